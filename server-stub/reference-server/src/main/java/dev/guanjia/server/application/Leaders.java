package dev.guanjia.server.application;

import dev.guanjia.organisation.Actor;
import dev.guanjia.security.shift.Station;
import dev.guanjia.server.access.Caller;
import org.springframework.stereotype.Component;

/** Knows in which post somebody leads the guards of a station. */
@Component
class Leaders {

    private final CompanyRules rules;
    private final NamedPosts posts;

    Leaders(CompanyRules rules, NamedPosts posts) {
        this.rules = rules;
        this.posts = posts;
    }

    /** The caller in the post of the leader; unchanged where theirs neither is it nor bears it. */
    Actor acting(Caller caller, Station station) {
        return posts.as(caller.tenant(), rules.actor(caller), station.leader());
    }

    /** Whether the caller leads the guards of a station. */
    boolean leads(Caller caller, Station station) {
        return acting(caller, station).post().equals(station.leader());
    }
}
