package dev.lodestar.examples.todo;

import java.util.List;

/** Gives the authors of commits names for the page. */
final class Person {
    // Each list has as many words as six bits can tell apart: 262,144 names, so two people rarely share one.
    private static final List<String> MOODS = words("""
            Able Agile Bold Brave Brisk Bright Calm Careful Cheerful Clever Cosy Curious Daring
            Dreamy Eager Early Earnest Fair Famous Fearless Gentle Glad Golden Graceful Grand Happy
            Hardy Honest Humble Jolly Keen Kind Late Lively Lucky Mellow Merry Mighty Modest Neat
            Nimble Noble Patient Playful Polite Proud Quick Quiet Rapid Ready Rested Silent Sincere
            Smart Steady Sunny Swift Tender Thrifty Tidy Upbeat Warm Wise Witty
            """);
    private static final List<String> COLOURS = words("""
            Amber Apricot Ash Azure Beige Blond Blue Bronze Brown Cherry Chestnut Cobalt Copper
            Coral Cream Crimson Cyan Denim Ebony Emerald Fawn Fuchsia Ginger Green Grey Hazel Honey
            Indigo Ivory Jade Khaki Lavender Lemon Lilac Lime Magenta Maroon Mauve Mint Mustard
            Navy Ochre Olive Orange Orchid Peach Pearl Pink Plum Purple Red Rose Ruby Russet
            Saffron Sand Scarlet Sepia Silver Teal Umber Violet White Yellow
            """);
    private static final List<String> ANIMALS = words("""
            Adder Alpaca Badger Bear Beaver Bee Bison Camel Cat Crane Cricket Crow Deer Dingo
            Dolphin Duck Eagle Falcon Ferret Finch Fox Frog Gecko Goat Goose Hamster Hare Hawk
            Hedgehog Heron Horse Ibis Jackdaw Koala Lark Lion Llama Lynx Magpie Marten Mole Moose
            Moth Newt Otter Owl Panda Pelican Penguin Puffin Rabbit Raven Robin Salmon Seal Sparrow
            Squirrel Swan Tiger Toad Trout Turtle Wolf Wren
            """);

    private Person() {}

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /**
     * Gives an author a name that people can remember, always the same one.
     *
     * @param author as the store names it, such as {@code session-0a1b2c3d}; any other author keeps its own name
     */
    static String of(String author) {
        if (!author.matches("session-[0-9a-f]{8}")) {
            return author;
        }
        int bits = Integer.parseUnsignedInt(author, 8, 16, 16);
        return MOODS.get(bits >>> 26) + " " + COLOURS.get(bits >>> 20 & 63) + " " + ANIMALS.get(bits >>> 14 & 63);
    }
}
