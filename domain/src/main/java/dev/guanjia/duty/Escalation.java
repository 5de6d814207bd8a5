package dev.guanjia.duty;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.Responsible;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way up from a post: its superiors, nearest first, and the company leader's post last. Each
 * step leads to a post further up that is held by somebody else, so it ends.
 *
 * @param post the post that has the duty
 * @param responsibility who answers for a post
 * @param day the day
 */
record Escalation(PostKey post, Responsibility responsibility, LocalDate day) {

    List<PostKey> line() {
        List<PostKey> line = new ArrayList<>(responsibility.superiors(post, day));
        PostKey leader = responsibility.leader();
        if (!line.contains(leader) && !leader.equals(post)) {
            line.add(leader);
        }
        return line;
    }

    Responsible responsible() {
        return responsibility.on(post, day);
    }

    /** The next post after those before which the duty has come. */
    Optional<PostKey> next(List<PostKey> before) {
        List<PostKey> line = line();
        int from = line.indexOf(responsible().post()) + 1;
        Set<StaffId> asked = new HashSet<>(responsible().staff().stream().toList());
        for (PostKey level : before) {
            from = Math.max(from, line.indexOf(level) + 1);
            holder(level).ifPresent(asked::add);
        }
        return line.subList(from, line.size()).stream()
                .filter(level -> holder(level).filter(held -> !asked.contains(held)).isPresent())
                .findFirst();
    }

    private Optional<StaffId> holder(PostKey level) {
        return Optional.of(responsibility.on(level, day))
                .filter(found -> found.post().equals(level))
                .flatMap(Responsible::staff);
    }
}
