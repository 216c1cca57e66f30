// Starts the client by itself.

import { begin } from './start.js';

begin();
