package dev.lodestar.runtime.signal;

import dev.lodestar.BadInput;
import org.jspecify.annotations.Nullable;

/** The content type of a request's body. Immutable. */
public final class ContentType {
    private final HeaderValue header;

    private ContentType(HeaderValue header) {
        this.header = header;
    }

    /** @param header the header's value, or null if there is none */
    public static ContentType of(@Nullable String header) {
        return new ContentType(HeaderValue.of(header == null ? "" : header));
    }

    /** The charset of the body; UTF-8 if it names none. */
    public String charset() {
        return header.parameters().getOrDefault("charset", "utf-8");
    }

    boolean isUrlEncoded() {
        return header.first().equals("application/x-www-form-urlencoded");
    }

    boolean isMultipart() {
        return header.first().equals("multipart/form-data");
    }

    /**
     * The boundary between the parts.
     *
     * @throws BadInput if it is missing
     */
    String boundary() {
        String boundary = header.parameters().getOrDefault("boundary", "");
        if (boundary.isEmpty()) {
            throw new BadInput("The form's Content-Type must name the boundary between its parts.");
        }
        return boundary;
    }
}
