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
                "*;q=0                        | none",
                "identity;q=0                 | none",
                "identity;q=0, gzip;q=0.001   | gzip",
                "identity;q=0, *;q=0.5        | br",
                "*;q=0, identity              | identity",
                "gzip;q=1.000;x=y             | identity",
                "identity;q=nonsense          | identity",
                "identity;q=1, gzip;q=0.5     | identity",
                "identity;q=0.5, gzip;q=0.5   | gzip",
                "gzip;q=nonsense              | identity",
                "gzip;q=7                     | identity",
                "deflate                      | identity",
                ",;,=                         | identity"
            })
    void choosesTheEncodingThatTheBrowserLikesBest(String accepted, String coding) {
        Variant variant = shim.variantFor(accepted);
        assertEquals(coding, variant == null ? "none" : variant.coding());
    }

    private Variant variant(String accepted) {
        return Objects.requireNonNull(shim.variantFor(accepted));
    }

    @Test
    void everyVariantHasItsOwnTag() {
        assertEquals("\"0a1b2c\"", shim.entityTag(variant("")));
        assertEquals("\"0a1b2c-gzip\"", shim.entityTag(variant("gzip")));
        assertEquals("\"0a1b2c-br\"", shim.entityTag(variant("br")));
    }

    @Test
    void tagsAreKnownForTheirVariantWeakListedOrAny() {
        Variant gzip = variant("gzip");
        assertTrue(shim.isKnownTo("\"0a1b2c-gzip\"", gzip));
        assertTrue(shim.isKnownTo("W/\"0a1b2c-gzip\"", gzip));
        assertTrue(shim.isKnownTo("\"x\" , W/\"0a1b2c-gzip\",\"y\"", gzip));
        assertTrue(shim.isKnownTo("*", gzip));
        assertFalse(shim.isKnownTo(null, gzip));
        assertFalse(shim.isKnownTo("\"0a1b2c\"", gzip));
        assertFalse(shim.isKnownTo("0a1b2c-gzip", gzip));
        assertFalse(shim.isKnownTo("\"0a1b2c-gzip\"", variant("br")));
    }

    @Test
    void shimIsAskedForEachTime() {
        assertEquals("no-cache", shim.cacheControl());
    }
}
