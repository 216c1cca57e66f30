package dev.lodestar.runtime.care;

import java.util.regex.Pattern;

/** The ways in which each case is tried. */
enum Shape {
    SMALL_WITH_IDS(true, false, false, false),
    SMALL_WITHOUT_IDS(false, false, false, false),
    LARGE_WITH_IDS(true, true, false, false),
    LARGE_WITHOUT_IDS(false, true, false, false),
    REPLY_WITH_IDS(true, false, true, false),
    REPLY_WITHOUT_IDS(false, true, true, false),
    BOUND_WITH_IDS(true, true, false, true),
    BOUND_WITHOUT_IDS(false, false, false, true),
    BOUND_REPLY(true, false, true, true);

    private static final Pattern ID = Pattern.compile("\\{#([^}]+)}");
    private static final Pattern BINDING = Pattern.compile("\\{=([^}]+)}");

    private final boolean withIds;
    private final boolean isLarge;
    private final boolean byReply;
    private final boolean isBound;

    Shape(boolean withIds, boolean isLarge, boolean byReply, boolean isBound) {
        this.withIds = withIds;
        this.isLarge = isLarge;
        this.byReply = byReply;
        this.isBound = isBound;
    }

    /** Whether the page has more than 32 KiB, of which the server sends what changed. */
    boolean isLarge() {
        return isLarge;
    }

    /** Whether the reply of an action brings the next markup before the stream does. */
    boolean byReply() {
        return byReply;
    }

    /** Whether the controls are bound to signals. */
    boolean isBound() {
        return isBound;
    }

    /** A case's markup in this shape: <code>{#x}</code> is an id and <code>{=x}</code> a binding, where it has them. */
    String of(String markup) {
        String identified = ID.matcher(markup).replaceAll(withIds ? " id=\"$1\"" : "");
        return BINDING.matcher(identified).replaceAll(isBound ? " data-bind:$1" : "");
    }
}
