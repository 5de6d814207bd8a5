package dev.guanjia.server.demo;

/**
 * Reproducible chance: each fact of the plan is drawn apart, from the seed, a topic and an index,
 * so that adding a topic leaves every other fact as it was.
 *
 * <p>Shape: the finaliser of SplitMix64 over {@code seed + topic.hashCode() × 0x9E3779B97F4A7C15 +
 * index × 0xD1B54A32D192ED03}, modulo the bound.
 *
 * @param seed any number
 */
record Draw(long seed) {

    private static final long TOPIC = 0x9E3779B97F4A7C15L;
    private static final long INDEX = 0xD1B54A32D192ED03L;

    /** A number from zero up to, but not including, the bound. */
    int of(String topic, int index, int bound) {
        long mixed = mix(seed + topic.hashCode() * TOPIC + index * INDEX);
        return (int) Math.floorMod(mixed, (long) bound);
    }

    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
