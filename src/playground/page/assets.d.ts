// A file that Vite serves beside the page, by its address.
declare module '*?url' {
  const address: string;
  export default address;
}
