package dev.lodestar.runtime.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Fields;
import dev.lodestar.Reply;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.signal.InputFields;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RouteTableTest {
    private final RouteTable.Builder routes =
            RouteTable.over(new TableBytes().shim("/", "").shim("/b", "").read());
    private final ViewHandler view = request -> out -> {};
    private final ActionHandler action = request -> Reply.changed();

    private static void assertRefused(String reason, Executable building) {
        String message = assertThrows(IllegalArgumentException.class, building).getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void pathBelongsToOneHandler() {
        routes.view("/", Scope.everybody(), view).action("/a/1", action);
        assertRefused("/ has two handlers", () -> routes.view("/", Scope.everybody(), view));
        assertRefused("/a/1 has two handlers", () -> routes.action("/a/1", action));
        assertRefused("/ has two handlers", () -> routes.action("/", action));
        assertRefused("belongs to both an asset", () -> routes.action("/b", action));
        assertRefused("server's own", () -> routes.action("/healthz", action));
    }

    @Test
    void viewNeedsAShim() {
        assertRefused("no shim", () -> routes.view("/c", Scope.everybody(), view));
    }

    @Test
    void pathStartsWithASlash() {
        assertRefused("start with a slash", () -> routes.action("a/1", action));
    }

    @Test
    void refreshedViewsMustBeViews() {
        assertRefused(
                "/a/1 refreshes /nowhere",
                () -> routes.action("/a/1", action, "/nowhere").build());
    }

    @Test
    void clockNeedsAPeriod() {
        assertRefused("at least 1 ms", () -> routes.every(Duration.ZERO, () -> true));
    }

    @Test
    void feedKeysAreEqualWhereARenderingCanBeShared() {
        Fields red = InputFields.query("room=red&live");
        Fields redToo = InputFields.query("x=1&room=red");
        Fields twice = InputFields.query("room=red&room=blue");
        Fields none = InputFields.query("");
        Fields empty = InputFields.query("room=");
        Scope room = Scope.query("room", "side");
        assertEquals(room.feedKey(red), room.feedKey(redToo));
        assertNotEquals(room.feedKey(red), room.feedKey(twice));
        assertNotEquals(room.feedKey(none), room.feedKey(empty));
        assertEquals(Scope.everybody().feedKey(red), Scope.everybody().feedKey(none));
        assertNotEquals(Scope.connection().feedKey(red), Scope.connection().feedKey(red));
        assertThrows(IllegalArgumentException.class, Scope::query);
    }
}
