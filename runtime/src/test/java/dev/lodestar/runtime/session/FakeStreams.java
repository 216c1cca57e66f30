package dev.lodestar.runtime.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Streams that are open when a test says so. */
final class FakeStreams implements SessionStreams {
    final Set<String> open = new HashSet<>();
    final List<String> ended = new ArrayList<>();

    @Override
    public boolean areOpen(String session) {
        return open.contains(session);
    }

    @Override
    public void end(String session) {
        open.remove(session);
        ended.add(session);
    }
}
