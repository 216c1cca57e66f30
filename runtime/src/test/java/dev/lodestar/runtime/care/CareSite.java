package dev.lodestar.runtime.care;

import dev.lodestar.Config;
import dev.lodestar.Html;
import dev.lodestar.Reply;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.runtime.Server;
import dev.lodestar.runtime.asset.TableBytes;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.route.RouteTable;
import dev.lodestar.runtime.route.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shows one case at a time in one shape, in a frame each 100 ms in which a number goes up. */
final class CareSite implements AutoCloseable {
    private static final String PAGE = "<!doctype html><title>Care</title><link rel=icon href=data:,>"
            + "<script type=module src=/assets/client.js></script>"
            + "<button id=next data-on:click=\"@post('/a/next')\"></button>"
            + "<div id=lodestar data-init=\"@post('/?live', {retry: 'always', openWhenHidden: true})\"></div>";
    private static final String FILLER = IntStream.range(0, 400)
            .mapToObj(i -> "<p id=\"filler" + i + "\">" + "Nothing changes in this paragraph. ".repeat(3) + "</p>")
            .collect(Collectors.joining());

    /** What a browser's forms and all that they inherit from have. */
    private static final List<String> NAMES = names();

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Server server;
    private volatile Shown shown = new Shown(0, List.of(""), Shape.SMALL_WITH_IDS);
    private volatile int state;
    private volatile int frame;

    private record Shown(int number, List<String> states, Shape shape) {}

    CareSite(Config config) {
        server = Server.create(config);
        byte[] client = BrowserClient.source().getBytes(StandardCharsets.UTF_8);
        server.start(RouteTable.over(new TableBytes()
                        .page("/", PAGE)
                        .asset("/assets/client.js", "text/javascript", client)
                        .read())
                .view("/", Scope.everybody(), request -> this::render)
                .action("/a/next", request -> next())
                .unsafeEval()
                .build());
        clock.scheduleAtFixedRate(this::tick, 100, 100, TimeUnit.MILLISECONDS);
    }

    private static List<String> names() {
        try (InputStream in = Objects.requireNonNull(CareSite.class.getResourceAsStream("/care/names.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forms whose fields have names of a form's own, in each shape others: all at once would be slow. */
    private static String forms(Shape shape) {
        return IntStream.range(0, NAMES.size())
                .filter(i -> i % 6 == shape.ordinal())
                .mapToObj(i -> "<form><input name=\"" + NAMES.get(i) + "\"><b>{n}</b></form>")
                .collect(Collectors.joining());
    }

    String url() {
        return server.uri().toString();
    }

    /** Shows a case from the next frame on, and gives the number that frames of it have. */
    int show(CareCase each, Shape in) {
        state = 0;
        shown = new Shown(shown.number + 1, each.states(), in);
        return shown.number;
    }

    private void tick() {
        frame++;
        server.hub().refresh();
    }

    private Reply next() {
        state++;
        if (shown.shape.byReply()) {
            return Reply.html(Html.raw(rendered(shown)));
        }
        server.hub().refresh();
        return Reply.changed();
    }

    private String rendered(Shown now) {
        int at = Math.min(state, now.states.size() - 1);
        String markup =
                now.states.get(at).replace("{forms {n}}", forms(now.shape)).replace("{n}", String.valueOf(frame));
        return "<main id=\"case\" data-state=\"" + at + "\">" + now.shape.of(markup) + "</main>";
    }

    private void render(HtmlOutput out) {
        Shown now = shown;
        String counted = "<i id=\"frame\" data-n=\"" + frame + "\" data-shown=\"" + now.number + "\"></i>";
        out.html(Html.raw(counted + rendered(now) + (now.shape.isLarge() ? FILLER : "")));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        server.close();
    }
}
