import { setFlagsFromString } from 'node:v8';

// What is live is small and stays the same: by its own measure the heap would grow to several times that before it is swept.
setFlagsFromString('--heap-growing-percent=50');
// What an interaction needs is gone with it: the space for what is new need not grow to 16 MB, which are then never given back.
setFlagsFromString('--semi-space-growth-factor=1');
