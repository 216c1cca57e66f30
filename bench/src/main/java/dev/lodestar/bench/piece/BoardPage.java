package dev.lodestar.bench.piece;

import com.google.gson.Gson;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.runtime.piece.Pieces;
import dev.lodestar.runtime.piece.Rendered;
import dev.lodestar.runtime.sse.FrameEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a page that shows generations of the board, as frames and as pieces in turns, and reports how long each took.
 */
final class BoardPage {
    private static final int GENERATIONS = 200;

    private static final String PAGE = """
            <!doctype html><meta charset=utf-8><div id=lodestar></div><pre id=result></pre>
            <script type=module>%s</script>
            <script type=module>
              const changes = %s;
              const show = (events) => {
                for (const event of events.split('\\n\\n')) {
                  const argsRaw = {};
                  for (const [, key, value] of event.matchAll(/^data: (\\w+) (.*)$/gm))
                    argsRaw[key] = key in argsRaw ? argsRaw[key] + '\\n' + value : value;
                  if (event) document.dispatchEvent(new CustomEvent('datastar-fetch',
                    { detail: { type: 'datastar-patch-elements', el: document.body, argsRaw } }));
                }
              };
              const timed = (events) => {
                const start = performance.now();
                show(events);
                const patched = performance.now();
                document.body.offsetHeight;
                return [patched - start, performance.now() - start];
              };
              const times = { frame: [], pieces: [] };
              show(changes[0].frame);
              for (let i = 1; i < changes.length; i++) {
                const kind = i %% 2 ? 'frame' : 'pieces';
                times[kind].push(timed(changes[i][kind]));
              }
              const median = (list, at) => list.map((each) => each[at]).sort((a, b) => a - b)[list.length >> 1].toFixed(2);
              let text = '';
              for (const kind in times) text += `${kind}: ${median(times[kind], 0)} ms, with style and layout ${median(times[kind], 1)} ms\\n`;
              document.getElementById('lodestar').remove();
              result.textContent = text;
            </script>
            """;

    private BoardPage() {}

    record Change(String frame, String pieces) {}

    /** @param args the file to write, and the number of the board's rows if it is not 50 */
    public static void main(String[] args) throws IOException {
        Board board = new Board(args.length > 1 ? Integer.parseInt(args[1]) : 50);
        List<Change> changes = new ArrayList<>();
        Rendered before = Rendered.of(board.render());
        changes.add(new Change(frame(before), ""));
        for (int i = 0; i < GENERATIONS; i++) {
            board.change();
            Rendered after = Rendered.of(board.render());
            byte[] pieces = Pieces.of(before, after);
            if (pieces == null) {
                throw new IllegalStateException("generation " + i + " has no pieces");
            }
            changes.add(new Change(frame(after), text(pieces)));
            before = after;
        }
        Files.writeString(Path.of(args[0]), PAGE.formatted(BrowserClient.source(), new Gson().toJson(changes)));
    }

    private static String frame(Rendered page) {
        return text(FrameEvent.of(page.html(), page.html().length));
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
