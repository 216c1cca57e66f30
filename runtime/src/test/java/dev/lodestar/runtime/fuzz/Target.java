package dev.lodestar.runtime.fuzz;

import dev.lodestar.Fields;
import dev.lodestar.Reply;
import dev.lodestar.Request;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.route.Rendering;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import dev.lodestar.runtime.signal.Binding;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The application that is shot at: it reads input of every kind, as generated code does. */
final class Target {
    private final AtomicInteger count = new AtomicInteger();

    private record Line(String name, int amount) {
        static Line of(Fields fields) {
            return new Line(fields.string("name"), fields.integer("amount"));
        }
    }

    private record Order(
            String title,
            long number,
            double rate,
            BigDecimal price,
            boolean gift,
            Thread.State state,
            List<Line> lines) {
        static Order of(Fields fields) {
            Binding in = Binding.of(fields);
            String title = in.string("title");
            long number = in.longInteger("number");
            double rate = in.number("rate");
            BigDecimal price = in.decimal("price");
            boolean gift = in.bool("gift");
            Thread.State state = in.constant("state", Thread.State.values());
            List<Line> lines = in.list("lines", (element, name) -> element.object(name, Line::of));
            return in.make(() -> new Order(title, number, rate, price, gift, state, lines));
        }
    }

    void routes(RouteTable.Builder routes, Server server) {
        routes.view("/", Scope.everybody(), request -> out -> out.text("count " + count.get()))
                .view("/other", Scope.query("room", "page"), this::room)
                .view("/slow", Scope.connection(), request -> {
                    String title =
                            request.signals().has("title") ? request.signals().string("title") : "";
                    return out -> out.text(request.session().get("name").orElse("nobody") + title);
                })
                .action("/a/inc", request -> {
                    count.incrementAndGet();
                    return Reply.changed();
                })
                .action(
                        "/a/order",
                        request -> Reply.error(418, Order.of(request.signals()).toString()))
                .action("/a/form", request -> {
                    request.files("photo").forEach(file -> count.addAndGet(file.bytes().length));
                    return Reply.error(418, Order.of(request.signals()).toString());
                })
                .action("/a/hook", request -> {
                    count.addAndGet(request.body().length);
                    return Reply.error(418, Order.of(request.signals()).toString());
                })
                .crossOrigin("/a/hook")
                .action("/a/name", request -> {
                    request.session().set("name", request.query().string("name"));
                    return Reply.unchanged();
                });
    }

    private Rendering room(Request request) {
        String room = request.query().string("room");
        int page = request.query().has("page") ? request.query().integer("page") : 0;
        return out -> out.text(room + page);
    }
}
