// Starts the plain client.

import { begin } from './start.js';

begin();
