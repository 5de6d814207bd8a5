package dev.guanjia.server.application;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.store.EscalationStore.Acknowledged;
import dev.guanjia.workorder.escalation.Step;
import java.util.List;
import java.util.Optional;

/**
 * A level of the ladder of a complaint.
 *
 * @param orderId the complaint
 * @param ladder what the ladder is called
 * @param step the level
 * @param who the posts of the company that bear it, and who answers for them
 * @param seen who said that they know; empty for nobody yet
 */
public record EscalationLevel(
        String orderId, String ladder, Step step, Who who, Optional<Acknowledged> seen) {

    /**
     * Who hears of it.
     *
     * @param posts the posts of the company
     * @param staff who answers for them; nobody where even the leader's post is vacant
     */
    public record Who(List<PostKey> posts, List<StaffId> staff) {

        /** Copies. */
        public Who {
            posts = List.copyOf(posts);
            staff = List.copyOf(staff);
        }
    }
}
