package dev.guanjia.server.access;

import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.List;

/** What keeps a person from acting in a post that they hold: duties that exclude one another. */
public interface Conflicts {

    /**
     * Looks a person up.
     *
     * @param tenant the company
     * @param staffId the person
     * @param post the post in which they act
     * @param day the day
     * @return why they may not act in it; empty when nothing speaks against it
     */
    List<Refusal> of(String tenant, String staffId, String post, LocalDate day);
}
