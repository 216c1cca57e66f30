package dev.lodestar.runtime.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetTest {
    private final Asset shim = Objects.requireNonNull(
            new TableBytes().shim("/", "<p>shim</p>").read().find("/"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | identity",
                "identity                     | identity",
                "gzip                         | gzip",
                "GZIP, deflate                | gzip",
                "gzip, deflate, br, zstd      | br",
                "br;q=0.5, gzip;q=0.8         | gzip",
                "br;q=0, gzip                 | gzip",
                "gzip;q=0                     | identity",
                "*                            | br",
                "*;q=0.3, gzip;q=0            | br",
                "*;q=0                        | identity",
                "identity;q=1, gzip;q=0.5     | identity",
                "identity;q=0.5, gzip;q=0.5   | gzip",
                "gzip;q=nonsense              | identity",
                "gzip;q=7                     | identity",
                "deflate                      | identity",
                ",;,=                         | identity"
            })
    void choosesTheEncodingThatTheBrowserLikesBest(String accepted, String coding) {
        assertEquals(coding, shim.variantFor(accepted).coding());
    }

    @Test
    void tagIsStrongForThePlainBytesAndWeakForTheOthers() {
        assertEquals("\"0a1b2c\"", shim.entityTag(shim.variantFor(null)));
        assertEquals("W/\"0a1b2c\"", shim.entityTag(shim.variantFor("gzip")));
    }

    @Test
    void knownTagsAreListedWeakOrAny() {
        assertTrue(shim.isKnownTo("\"0a1b2c\""));
        assertTrue(shim.isKnownTo("W/\"0a1b2c\""));
        assertTrue(shim.isKnownTo("\"x\" , W/\"0a1b2c\",\"y\""));
        assertTrue(shim.isKnownTo("*"));
        assertFalse(shim.isKnownTo(null));
        assertFalse(shim.isKnownTo("\"x\""));
        assertFalse(shim.isKnownTo("0a1b2c"));
    }

    @Test
    void shimIsAskedForEachTime() {
        assertEquals("no-cache", shim.cacheControl());
    }
}
