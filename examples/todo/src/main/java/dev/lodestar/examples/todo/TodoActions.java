package dev.lodestar.examples.todo;

import dev.lodestar.Action;
import dev.lodestar.Reply;
import dev.lodestar.Session;
import dev.lodestar.Signal;
import dev.lodestar.store.MergeConflict;
import dev.lodestar.store.Store;
import java.time.Clock;
import java.util.Map;

/**
 * What people can do to the list. Each action commits in the name of its session, and the commit refreshes the views.
 */
final class TodoActions {
    private final Store store;
    private final Clock clock;

    TodoActions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Action("todo/add")
    void add(@Signal String id, @Signal String title, Session session) {
        String wanted = Title.of(title);
        if (!wanted.isEmpty()) {
            by(session).add(id, wanted);
        }
    }

    /** The page has already closed the editor; it opens again if the title could not be saved. */
    @Action("todo/rename")
    Reply rename(@Signal String id, @Signal String was, @Signal String title, Session session) {
        Renaming renaming = by(session).rename(id, was, Title.of(title));
        if (renaming instanceof Renaming.Overtaken overtaken) {
            return editing(id, overtaken.title(), title)
                    .andSignal(
                            "notice",
                            "Somebody has changed it to \u201c" + overtaken.title()
                                    + "\u201d. Save again to use yours.");
        }
        if (renaming instanceof Renaming.Gone) {
            return editing(id, was, title)
                    .andSignal("notice", "Somebody has deleted \u201c" + was + "\u201d. Undo that to save yours.");
        }
        return Reply.changed();
    }

    private static Reply.Patches editing(String id, String was, String title) {
        return Reply.signal("edit", Map.of("id", id, "was", was, "title", title));
    }

    @Action("todo/finish")
    void finish(@Signal String id, @Signal boolean done, Session session) {
        by(session).finish(id, done);
    }

    @Action("todo/finish-all")
    void finishAll(@Signal boolean done, Session session) {
        by(session).finishAll(done);
    }

    @Action("todo/delete")
    void delete(@Signal String id, Session session) {
        by(session).delete(id);
    }

    @Action("todo/clear")
    void clear(Session session) {
        by(session).clearDone();
    }

    @Action("todo/move")
    void move(@Signal String id, @Signal String beside, @Signal boolean after, Session session) {
        by(session).move(id, beside, after);
    }

    @Action("todo/undo")
    Reply undo(@Signal String commit, Session session) {
        try {
            boolean undone = new Timeline(store.as(session)).undo(commit);
            return Reply.signal("notice", undone ? "" : "That has already been undone.");
        } catch (MergeConflict e) {
            return Reply.signal("notice", "That has been changed again since. Undo the later change first.");
        } catch (IllegalArgumentException e) {
            return Reply.signal("notice", "That was too long ago to undo.");
        }
    }

    private TodoList by(Session session) {
        return new TodoList(store.as(session), clock);
    }
}
