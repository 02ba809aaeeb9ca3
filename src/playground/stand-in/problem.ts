import type { z } from 'zod';

/** An error as Discord's HTTP API gives it: a status, a code and a message, with the path of what is wrong in a form. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: number,
    message: string,
    more: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.body = { code, message, ...more };
    this.headers = headers;
  }
}

export const unauthorized = () => new ApiProblem(401, 0, '401: Unauthorized');
export const unknownInteraction = () => new ApiProblem(404, 10062, 'Unknown interaction');
export const unknownWebhook = () => new ApiProblem(404, 10015, 'Unknown Webhook');
export const unknownMessage = () => new ApiProblem(404, 10008, 'Unknown Message');
export const unknownChannel = () => new ApiProblem(404, 10003, 'Unknown Channel');
export const missingAccess = () => new ApiProblem(403, 50001, 'Missing Access');
export const missingPermissions = () => new ApiProblem(403, 50013, 'Missing Permissions');
export const alreadyAcknowledged = () =>
  new ApiProblem(400, 40060, 'Interaction has already been acknowledged.');

/** 50035: what is wrong with a form, as a tree of paths with the errors at its leaves. */
function invalidForm(issues: readonly z.core.$ZodIssue[]): ApiProblem {
  const errors: Tree = {};
  for (const issue of issues) {
    let place = errors;
    for (const part of issue.path) {
      const next = place[String(part)];
      const made: Tree = isTree(next) ? next : {};
      place[String(part)] = made;
      place = made;
    }
    const told = Array.isArray(place._errors) ? place._errors : [];
    place._errors = [...told, { code: codeOf(issue), message: issue.message }];
  }
  return new ApiProblem(400, 50035, 'Invalid Form Body', { errors });
}

type Tree = { [part: string]: Tree | { code: string; message: string }[] };

const isTree = (value: Tree[string] | undefined): value is Tree =>
  value !== undefined && !Array.isArray(value);

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return issue.params.code;
  if (issue.code === 'too_big') return issue.origin === 'number' ? 'NUMBER_TYPE_MAX' : 'BASE_TYPE_BAD_LENGTH';
  if (issue.code === 'too_small')
    return issue.origin === 'number' ? 'NUMBER_TYPE_MIN' : 'BASE_TYPE_BAD_LENGTH';
  if (issue.code === 'invalid_type') return 'BASE_TYPE_REQUIRED';
  return 'BASE_TYPE_CHOICES';
}

/** A form that a schema takes. Throws 50035 with the paths of what it does not. */
export function readForm<Schema extends z.ZodType>(schema: Schema, form: unknown): z.infer<Schema> {
  const result = schema.safeParse(form);
  if (!result.success) throw invalidForm(result.error.issues);
  return result.data;
}
