package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.BadInput;
import dev.lodestar.Fields;
import dev.lodestar.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final String TITLE = "Content-Disposition: form-data; name=\"title\"";

    /** A body with these parts, each the headers and the content with an empty line between; each char is a byte. */
    private static String body(String... parts) {
        return Stream.of(parts).map(part -> "--b\r\n" + part + "\r\n").collect(Collectors.joining()) + "--b--\r\n";
    }

    private static String file(String fileName, String content) {
        return "Content-Disposition: form-data; name=\"photo\"; filename=\"" + fileName
                + "\"\r\nContent-Type: image/png\r\n\r\n" + content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a text in UTF-8, one char for each. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Form form(String body) {
        return Form.read(ContentType.of(TYPE), bytes(body));
    }

    private static String refusal(String type, String body) {
        return assertThrows(BadInput.class, () -> Form.read(ContentType.of(type), bytes(body)))
                .getMessage();
    }

    private static String fileName(String sent) {
        return form(body(file(utf8(sent), "x"))).files().get("photo").get(0).fileName();
    }

    @Test
    void partsAreFieldsAndFiles() {
        Form form = form(body(
                TITLE + "\r\n\r\n" + utf8("Zoë 🚀\r\nA%22"),
                "content-disposition:form-data;name=tag;x=y\r\nContent-Transfer-Encoding: 8BIT\r\n\r\n1",
                "Content-Disposition: form-data; name=\"tag\"\r\nContent-Type: text/plain\r\n\r\n2",
                "Content-Disposition: form-data; name=\"" + utf8("é%22") + "\"\r\n\r\n",
                file("a.png", "\0\u00ff\r\n--\r"),
                file("b.png", "")));
        assertEquals("Zoë 🚀\nA%22", form.fields().string("title"));
        assertEquals(List.of("1", "2"), form.fields().list("tag", Fields::string));
        assertEquals("", form.fields().string("é\""));
        assertFalse(form.fields().has("photo"));
        List<Upload> files = form.files().get("photo");
        assertEquals(
                List.of(
                        "Upload[fileName=a.png, contentType=image/png, bytes=7]",
                        "Upload[fileName=b.png, contentType=image/png, bytes=0]"),
                files.stream().map(Upload::toString).toList());
        assertArrayEquals(bytes("\0\u00ff\r\n--\r"), files.get(0).bytes());
    }

    @Test
    void emptyFileFieldIsNotAFile() {
        Form form = form(body(file("", "")));
        assertEquals(Map.of(), form.files());
        assertFalse(form.fields().has("photo"));
        assertEquals(Map.of("errors", Map.of("photo", "")), ErrorSignals.after(form.fields(), Map.of()));
        assertEquals("", fileName(""));
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, a.png",
        "../../etc/passwd, passwd",
        "'C:\\Users\\me\\a b.png', a b.png",
        "C:a.png, a.png",
        "C:..\\a, a",
        "c:d:.., ''",
        ".., ''",
        "., ''",
        "a/.., ''",
        "a/, ''",
        "a%0D%0Ab%22.png, 'ab\".png'",
        "Zoë.jpg, Zoë.jpg",
        ".htaccess, .htaccess",
        "notes.txt:hidden, notes.txt_hidden",
        "C:NUL:, NUL_",
        "a.txt::$DATA, a.txt__$DATA",
        "'shell.php. . ', shell.php",
        "'  a.png', a.png",
        "' .. ', ''",
        "ab c, abc"
    })
    void fileNameIsNeverAPath(String sent, String name) {
        assertEquals(name, fileName(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NUL",
                "nul.txt",
                "con",
                "CON.tar.gz",
                "prn ",
                "aux.h",
                "COM1.txt ",
                "com0",
                "LPT9.",
                "COM¹",
                "lpt³.a",
                "NUL .txt",
                "CONIN$",
                "conout$.x",
                "CLOCK$",
                " Nul"
            })
    void fileNameIsNeverADevice(String sent) {
        assertEquals("_" + sent.strip().replaceFirst("\\.$", ""), fileName(sent));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "console.log", "COM", "COM10", "lpt.txt", "a.NUL", "auxiliary.h", "NULa.txt", "COM⁴"})
    void fileNameLikeADevicesStays(String sent) {
        assertEquals(sent, fileName(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ".", "a:", "\\", "NUL ", "CON."})
    void longFileNameTakesLinearTime(String repeated) {
        String sent = "x" + repeated.repeat(400_000) + "y";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> fileName(sent.substring(1)));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> fileName(sent));
    }

    @Test
    void fileWithoutATypeIsAnOctetStream() {
        Upload file = form(body("Content-Disposition: form-data; name=f; filename=x\r\n\r\ny"))
                .files()
                .get("f")
                .get(0);
        assertEquals("application/octet-stream", file.contentType());
    }

    @Test
    void contentIsWholeWhateverItContains() {
        for (String content :
                List.of("\r", "\r\n", "\r\n\r\n", "--b", "\r\n--", "\r\n--bc\r\n", "\r\n--b-", "\r\r\n--B\r\n", "-")) {
            byte[] read = form(body(file("a", content), file("a", "x")))
                    .files()
                    .get("photo")
                    .get(0)
                    .bytes();
            assertArrayEquals(bytes(content), read, content);
        }
    }

    @Test
    void formMayHaveNoParts() {
        assertFalse(form("--b--").fields().has("title"));
        assertFalse(form("").fields().bool("title"));
    }

    @Test
    void boundaryIsTakenAsItIs() {
        String type = "Multipart/Form-Data; charset=utf-8; Boundary=\"A b?\"; x=y";
        Form form = Form.read(ContentType.of(type), bytes("--A b?\r\n" + TITLE + "\r\n\r\nx\r\n--A b?--more"));
        assertEquals("x", form.fields().string("title"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"b",
                "multipart/form-data; charset=\"x; boundary=b"
            })
    void boundaryThatIsMissingIsRefused(String type) {
        assertEquals(
                "The form's Content-Type must name the boundary between its parts.",
                refusal(type, body(TITLE + "\r\n\r\nx")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "b--", "--c--", "\r\n--b--", "--b", "--bc\r\n", "--b\n"})
    void bodyThatDoesNotBeginWithItsBoundaryIsRefused(String body) {
        assertEquals("The form does not begin with the boundary in its Content-Type.", refusal(TYPE, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\n",
                "--b\r\nContent-Disposition",
                "--b\r\n" + TITLE + "\r\n",
                "--b\r\n" + TITLE + "\r\n\r\n",
                "--b\r\n" + TITLE + "\r\n\r\nx",
                "--b\r\n" + TITLE + "\r\n\r\nx\r\n--b",
                "--b\r\n" + TITLE + "\r\n\r\nx\r\n--b-",
                "--b\r\n" + TITLE + "\r\n\r\nx\r\n--b\r",
                "--b\r\n" + TITLE + "\r\n\r\nx\n--b--",
                "--b\r\n" + TITLE + "\r\n\r\nx\r\n--b\r\n",
                "--b\r\n" + TITLE + "\r\n\r\n--b--"
            })
    void bodyThatEndsInAPartIsRefused(String body) {
        assertEquals("The form ends in the middle of a part.", refusal(TYPE, body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\nx",
                "Content-Type: text/plain\r\n\r\nx",
                "Content-Disposition: form-data\r\n\r\nx",
                "Content-Disposition: form-data; filename=\"a\"\r\n\r\nx",
                "Content-Disposition: attachment; name=\"title\"\r\n\r\nx",
                "Content-Disposition: form-data; name=\"title\r\n\r\nx",
                "Content-Disposition: form-data; name=\"a\\\"b\"\r\n\r\nx"
            })
    void partWithoutANameIsRefused(String part) {
        assertEquals("A part of the form has no name.", refusal(TYPE, body(part)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", ": x", " folded: x", "\u00c3\u00a4: x", "A: \0", "A: b\rC: d", TITLE + "\r\n--b--"})
    void malformedHeaderIsRefused(String header) {
        assertEquals("A part of the form has a malformed header.", refusal(TYPE, body(header + "\r\n\r\nx")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "Quoted-Printable", "x"})
    void encodedPartIsRefused(String encoding) {
        assertEquals(
                "The parts of a form must not be encoded, as in base64.",
                refusal(TYPE, body("Content-Transfer-Encoding: " + encoding + "\r\n" + TITLE + "\r\n\r\nx=")));
    }

    @Test
    void invalidUtf8IsRefused() {
        String sentence = "The form must be valid UTF-8.";
        assertEquals(sentence, refusal(TYPE, body(TITLE + "\r\n\r\n\u00ff")));
        assertEquals(sentence, refusal(TYPE, body("Content-Disposition: form-data; name=\"\u00ff\"\r\n\r\nx")));
        assertEquals(sentence, refusal(TYPE, body(file("\u00e4", "x"))));
    }

    @Test
    void numberOfPartsIsBounded() {
        String[] parts = Stream.generate(() -> file("", "")).limit(1_001).toArray(String[]::new);
        assertEquals("A form must have at most 1000 fields.", refusal(TYPE, body(parts)));
        parts[1_000] = TITLE + "\r\n\r\nx";
        assertEquals("A form must have at most 1000 fields.", refusal(TYPE, body(parts)));
        assertTrue(form(body(Stream.of(parts).skip(1).toArray(String[]::new)))
                .fields()
                .has("title"));
    }

    @Test
    void otherMultipartIsNotAForm() {
        assertNull(Form.read(ContentType.of("multipart/mixed; boundary=b"), bytes(body(TITLE + "\r\n\r\nx"))));
    }

    /** Bodies that are as hard to search as possible are read in no time, since no two candidates overlap. */
    @Test
    void readingTakesLinearTime() {
        String boundary = "-".repeat(70);
        String almost = ("\r\n" + "-".repeat(71)).repeat(50_000);
        String body = "--" + boundary + "\r\n" + TITLE + "\r\n\r\n" + almost + "\r\n--" + boundary + "--";
        Form form = Form.read(ContentType.of("multipart/form-data; boundary=" + boundary), bytes(body));
        assertEquals(almost.length() - 50_000, form.fields().string("title").length());
        String header = ";a".repeat(500_000);
        assertEquals(
                "A part of the form has no name.",
                refusal(TYPE, body("Content-Disposition: form-data" + header + "\r\n\r\n")));
    }

    @Test
    void brokenBodyIsAlwaysBadInput() {
        byte[] whole = bytes(
                body(TITLE + "\r\n\r\nx", file("a.png", "\0\1\2"), "Content-Disposition: form-data; name=t\r\n\r\n"));
        Random random = new Random(20_260_101);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = whole.clone();
            for (int flips = random.nextInt(3); flips >= 0; flips--) {
                broken[random.nextInt(broken.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : "\r\n-b\";= :".charAt(random.nextInt(9)));
            }
            try {
                Form.read(ContentType.of(TYPE), broken).files();
            } catch (BadInput e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
        }
    }
}
