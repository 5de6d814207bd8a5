package dev.guanjia.workorder.level;

import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.time.Instant;
import java.util.List;

/**
 * Something that the running clock brings about.
 *
 * @param state near breach, breached, or unknown from then on
 * @param level how far up it goes: 0 for the responsible post, then one superior further each time
 * @param at when: near breach holds from that instant on, the others strictly after it
 */
public record LevelEvent(LevelState state, int level, Instant at) {

    /**
     * Who is told. It never goes down: above the highest post of the company it stays there.
     *
     * @param responsible the post that is responsible for the matter
     * @param posts the posts of the company
     * @return the superior so many levels up
     * @throws IllegalArgumentException if there is no such post
     */
    public PostKey recipient(PostKey responsible, PostCatalogue posts) {
        List<PostKey> superiors = posts.superiors(responsible);
        int up = Math.min(level, superiors.size());
        return up == 0 ? responsible : superiors.get(up - 1);
    }
}
