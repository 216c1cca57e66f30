package dev.lodestar.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ServerTest {
    private final AtomicInteger count = new AtomicInteger();

    private void counter(RouteTable.Builder routes, Server server) {
        routes.view(
                        "/",
                        Scope.everybody(),
                        request -> out -> out.html(Html.raw("<output>\n" + count.get() + "</output>\n")))
                .action("/a/inc", request -> {
                    count.incrementAndGet();
                    return Reply.changed();
                });
    }

    @Test
    void everyOpenStreamSeesAnActionsChange() throws Exception {
        try (RunningSite site = RunningSite.start(this::counter);
                OpenStream one = site.stream("/?&live");
                OpenStream two = site.stream("/?&live")) {
            assertEquals("""
                    event: datastar-patch-elements
                    data: selector #lodestar
                    data: mode inner
                    data: elements <output>
                    data: elements 0</output>
                    """, one.next());
            two.await("0</output>");
            HttpResponse<String> answer = site.post("/a/inc", "{}");
            assertEquals(204, answer.statusCode());
            one.await("1</output>");
            two.await("1</output>");
        }
    }

    @Test
    void shimHoldsNothingOfTheView() throws Exception {
        try (RunningSite site = RunningSite.start(this::counter)) {
            HttpResponse<String> shim = site.get("/");
            assertEquals(200, shim.statusCode());
            assertEquals(RunningSite.SHIM, shim.body());
            assertFalse(shim.body().contains("<output>"));
        }
    }
}
