package dev.lodestar.store.mapdb;

import dev.lodestar.runtime.store.crash.KillContract;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

// Runs only when asked to, because it fails: MapDB never replays its log. bench/README.md has the figures.
@EnabledIfSystemProperty(named = "lodestar.kills", matches = ".+")
class MapDbKillsTest extends KillContract {
    MapDbKillsTest() {
        super(MapDbOpener.class);
    }
}
