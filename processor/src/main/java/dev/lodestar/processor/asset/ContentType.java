package dev.lodestar.processor.asset;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The content type of a file, according to its extension.
 *
 * @param value the value of {@code Content-Type}; with a charset where a browser would have to guess it
 * @param compressible whether compression can make it smaller: most images, sounds and web fonts are already compressed
 */
record ContentType(String value, boolean compressible) {
    static final ContentType HTML = new ContentType("text/html; charset=utf-8", true);

    private static final ContentType UNKNOWN = new ContentType("application/octet-stream", true);
    private static final Map<String, ContentType> BY_ENDING = new HashMap<>();

    static {
        BY_ENDING.put("html", HTML);
        BY_ENDING.put("htm", HTML);
        text("css", "text/css");
        text("csv", "text/csv");
        text("ics", "text/calendar");
        text("js", "text/javascript");
        text("md", "text/markdown");
        text("mjs", "text/javascript");
        text("txt", "text/plain");
        text("vcf", "text/vcard");
        text("vtt", "text/vtt");
        // All other text formats declare UTF-8 themselves or use it by definition.
        loose("atom", "application/atom+xml");
        loose("geojson", "application/geo+json");
        loose("gltf", "model/gltf+json");
        loose("json", "application/json");
        loose("jsonld", "application/ld+json");
        loose("map", "application/json");
        loose("rss", "application/rss+xml");
        loose("svg", "image/svg+xml");
        loose("webmanifest", "application/manifest+json");
        loose("xhtml", "application/xhtml+xml");
        loose("xml", "application/xml");
        loose("bmp", "image/bmp");
        loose("eot", "application/vnd.ms-fontobject");
        loose("glb", "model/gltf-binary");
        loose("ico", "image/x-icon");
        loose("otf", "font/otf");
        loose("tar", "application/x-tar");
        loose("ttc", "font/collection");
        loose("ttf", "font/ttf");
        loose("wasm", "application/wasm");
        loose("wav", "audio/wav");
        dense("7z", "application/x-7z-compressed");
        dense("aac", "audio/aac");
        dense("apng", "image/apng");
        dense("avif", "image/avif");
        dense("epub", "application/epub+zip");
        dense("flac", "audio/flac");
        dense("gif", "image/gif");
        dense("gz", "application/gzip");
        dense("heic", "image/heic");
        dense("jpeg", "image/jpeg");
        dense("jpg", "image/jpeg");
        dense("jxl", "image/jxl");
        dense("m4a", "audio/mp4");
        dense("m4v", "video/mp4");
        dense("mov", "video/quicktime");
        dense("mp3", "audio/mpeg");
        dense("mp4", "video/mp4");
        dense("oga", "audio/ogg");
        dense("ogg", "audio/ogg");
        dense("ogv", "video/ogg");
        dense("opus", "audio/ogg");
        dense("pdf", "application/pdf");
        dense("png", "image/png");
        dense("tif", "image/tiff");
        dense("tiff", "image/tiff");
        dense("weba", "audio/webm");
        dense("webm", "video/webm");
        dense("webp", "image/webp");
        dense("woff", "font/woff");
        dense("woff2", "font/woff2");
        dense("zip", "application/zip");
    }

    private static void text(String ending, String type) {
        loose(ending, type + "; charset=utf-8");
    }

    private static void loose(String ending, String type) {
        BY_ENDING.put(ending, new ContentType(type, true));
    }

    private static void dense(String ending, String type) {
        BY_ENDING.put(ending, new ContentType(type, false));
    }

    /** The type of a file with this name; unspecified bytes if the extension is unknown. */
    static ContentType of(String name) {
        return BY_ENDING.getOrDefault(ending(name), UNKNOWN);
    }

    /** The extension of a name, after its last dot, in lower case. */
    static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
