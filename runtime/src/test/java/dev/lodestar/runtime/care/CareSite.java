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
    private volatile List<String> states = List.of("");
    private volatile Shape shape = Shape.SMALL_WITH_IDS;
    private volatile int state;
    private volatile int frame;

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

    void show(CareCase each, Shape in) {
        states = each.states();
        shape = in;
        state = 0;
    }

    private void tick() {
        frame++;
        server.hub().refresh();
    }

    private Reply next() {
        state++;
        if (shape.byReply()) {
            return Reply.html(Html.raw(rendered()));
        }
        server.hub().refresh();
        return Reply.changed();
    }

    private String rendered() {
        int now = state;
        String markup = states.get(now).replace("{forms {n}}", forms(shape)).replace("{n}", String.valueOf(frame));
        return "<main id=\"case\" data-state=\"" + now + "\">" + shape.of(markup) + "</main>";
    }

    private void render(HtmlOutput out) {
        String before = shape.isLarge() ? FILLER : "";
        out.html(Html.raw("<i id=\"frame\" data-n=\"" + frame + "\"></i>" + rendered() + before));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        server.close();
    }
}
