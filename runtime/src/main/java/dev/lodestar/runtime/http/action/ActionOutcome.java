package dev.lodestar.runtime.http.action;

import dev.lodestar.Reply;

/** How the call of an action ended. */
sealed interface ActionOutcome {
    /**
     * The action returned, and may have changed something.
     *
     * @param reply what it returned
     * @param answer the response to the request
     */
    record Done(Reply reply, ActionAnswer answer) implements ActionOutcome {}

    /**
     * The action refused the call, or could not read its input. Nothing has changed.
     *
     * @param answer the response to the request
     */
    record Rejected(ActionAnswer answer) implements ActionOutcome {}

    /**
     * The action threw something else, and may have changed something before.
     *
     * @param cause what it threw
     */
    record Failed(Throwable cause) implements ActionOutcome {}
}
