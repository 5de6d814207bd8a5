package dev.guanjia.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The posts of a company from day to day, and who is above a post that is gone or yet to come. */
final class ReportingLines {

    private final NavigableMap<LocalDate, PostCatalogue> company;

    ReportingLines(NavigableMap<LocalDate, PostCatalogue> company) {
        this.company = Collections.unmodifiableNavigableMap(new TreeMap<>(company));
    }

    static ReportingLines always(PostCatalogue posts) {
        NavigableMap<LocalDate, PostCatalogue> company = new TreeMap<>();
        company.put(LocalDate.MIN, posts);
        return new ReportingLines(company);
    }

    PostCatalogue on(LocalDate day) {
        Map.Entry<LocalDate, PostCatalogue> held = company.floorEntry(day);
        if (held == null) {
            throw new IllegalArgumentException("the company had not begun by " + day);
        }
        return held.getValue();
    }

    /**
     * The posts above a post, all of that day. Above a post that is not there stands the superior
     * it had when it was. This ends: a post that is gone is in no tree from then to the day, so the
     * way leads up in one tree, then on to a later one, and never back.
     */
    List<PostKey> superiors(PostKey post, LocalDate day) {
        PostCatalogue posts = on(day);
        Optional<PostKey> there = Optional.of(post);
        while (there.isPresent() && posts.find(there.get()).isEmpty()) {
            there = superiorElsewhen(there.get(), day);
        }
        List<PostKey> line =
                new ArrayList<>(there.filter(found -> !found.equals(post)).stream().toList());
        there.ifPresent(found -> line.addAll(posts.superiors(found)));
        return line;
    }

    /** Its superior on its last day before, else on its first day after. */
    private Optional<PostKey> superiorElsewhen(PostKey post, LocalDate day) {
        return Stream.concat(
                        company.headMap(day, true).descendingMap().values().stream(),
                        company.tailMap(day, false).values().stream())
                .filter(posts -> posts.find(post).isPresent())
                .findFirst()
                .flatMap(posts -> posts.superiors(post).stream().findFirst());
    }
}
