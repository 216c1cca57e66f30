package dev.lodestar.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ModuleJoinTest {
    private static String join(Map<String, String> modules) {
        return new ModuleJoin(modules::get, Map.of()).from("main.js");
    }

    @Test
    void importedModulesComeFirstAndOnce() {
        assertEquals(
                """
                const c = 1;
                const b = c;
                const a = b + c;
                start(a);
                """,
                join(Map.of(
                        "main.js", "import { a } from './x/a.js';\nimport './x/b.js';\nstart(a);\n",
                        "x/a.js",
                                "import { b } from './b.js';\nimport { c } from '../c.js';\nexport const a = b + c;\n",
                        "x/b.js", "import { c } from '../c.js';\nexport const b = c;\n",
                        "c.js", "export const c = 1;\n")));
    }

    @Test
    void exportsCommentsAndNeedlessSpacesAreDropped() {
        assertEquals("""
                async function a() {
                return 'http://x'; // stays
                }
                class B {
                }
                """, join(Map.of("main.js", """
                        // about this
                        /** one line */
                        export async function a() {
                          /*
                           * many lines
                           */
                          return 'http://x'; // stays
                        }

                        export class B {
                        }
                        """)));
    }

    @Test
    void sameNameInTwoModulesIsRefused() {
        String message = refusal(Map.of(
                "main.js", "import './a.js';\nlet same = 1;\n",
                "a.js", "const other = 1;\nfunction same() {\n  const other = 2;\n}\n"));
        assertTrue(message.contains("a.js and main.js declare \"same\""), message);
    }

    @Test
    void cycleIsRefused() {
        String message = refusal(Map.of("main.js", "import './a.js';\n", "a.js", "import './main.js';\n"));
        assertTrue(message.contains("main.js -> a.js -> main.js"), message);
    }

    @Test
    void formsThatCannotBeJoinedAreRefused() {
        Table.check("""
                import a from './a.js';
                import * as a from './a.js';
                import { a as b } from './a.js';
                import { a } from 'a';
                import {
                export default 1;
                export { a };
                export * from './a.js';
                const { a } = b;
                const [a] = b;
                const a = `two lines
                """, row -> {
            String message = refusal(Map.of("main.js", "let x;\n" + row.get(0) + "\n"));
            assertTrue(message.contains("main.js:2: cannot join") && message.contains(row.get(0)), message);
        });
    }

    private static String refusal(Map<String, String> modules) {
        return assertThrows(IllegalStateException.class, () -> join(modules)).getMessage();
    }

    @Test
    void clientIsReproducibleAndSmall() throws IOException {
        assertEquals(BrowserClient.source(), BrowserClient.source());
        assertEquals(BrowserClient.compiledSource(), BrowserClient.compiledSource());
        for (String client : List.of(BrowserClient.source(), BrowserClient.compiledSource())) {
            int size = gzipped(client);
            assertTrue(size <= 13_824, () -> "the client has " + size + " bytes gzipped");
        }
        assertEquals(BrowserClient.handoverSource(), BrowserClient.handoverSource());
        int size = gzipped(BrowserClient.handoverSource());
        assertTrue(size <= 3_072, () -> "the rarely needed module has " + size + " bytes gzipped");
    }

    private static int gzipped(String module) throws IOException {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzipped) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            out.write(module.getBytes(StandardCharsets.UTF_8));
        }
        return gzipped.size();
    }
}
