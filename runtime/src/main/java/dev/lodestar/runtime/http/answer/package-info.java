/** How a request is answered: with bytes, a sentence, or an error in the form that suits the client. */
@NullMarked
package dev.lodestar.runtime.http.answer;

import org.jspecify.annotations.NullMarked;
