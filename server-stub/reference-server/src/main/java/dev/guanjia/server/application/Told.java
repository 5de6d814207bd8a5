package dev.guanjia.server.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it was told to us.
 *
 * @param kind which lifecycle it begins
 * @param place where
 * @param words what was said
 * @param classed how it was classed
 * @param reached how it reached us
 * @param dueAt the due time that was agreed; null when none was
 */
public record Told(
        String kind,
        Place place,
        Words words,
        Classed classed,
        Reached reached,
        @Nullable Instant dueAt) {

    /**
     * Where something is the matter.
     *
     * @param communityId in which community
     * @param unitId in which unit; null when it concerns no single one
     * @param buildingId in which building; null outside, or where the unit says it
     * @param area which room or zone; null where nothing was said
     */
    public record Place(
            String communityId,
            @Nullable String unitId,
            @Nullable String buildingId,
            @Nullable String area) {

        /**
         * A unit, or the community as a whole.
         *
         * @param communityId in which community
         * @param unitId in which unit; null when it concerns no single one
         */
        public Place(String communityId, @Nullable String unitId) {
            this(communityId, unitId, null, null);
        }
    }

    /**
     * What was said.
     *
     * @param title in a few words
     * @param description in full; null when nothing more was said
     */
    public record Words(String title, @Nullable String description) {}

    /**
     * How it was classed; null stands for the usual.
     *
     * @param severity how much it harms
     * @param placeKind what kind of place it is about
     * @param needs which qualifications the work takes beyond what is usual for its kind
     */
    public record Classed(
            @Nullable String severity, @Nullable String placeKind, List<String> needs) {

        /** Copies. */
        public Classed {
            needs = List.copyOf(needs);
        }

        /**
         * Of work that takes no more than is usual.
         *
         * @param severity how much it harms
         * @param placeKind what kind of place it is about
         */
        public Classed(@Nullable String severity, @Nullable String placeKind) {
            this(severity, placeKind, List.of());
        }
    }

    /**
     * How it reached us.
     *
     * @param channel by which way
     * @param receivedAt when
     * @param reference its number in another system; null when it came to us first
     * @param who who asks; null when it is not known
     */
    public record Reached(
            String channel, Instant receivedAt, @Nullable String reference, @Nullable Who who) {}

    /**
     * Who asks.
     *
     * @param customerClass what they are to us
     * @param contact the number of the person or the customer file
     * @param name how they call themselves
     * @param phone where they can be reached
     */
    public record Who(
            String customerClass,
            @Nullable String contact,
            @Nullable String name,
            @Nullable String phone) {}
}
