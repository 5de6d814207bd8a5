package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.UnitAccount;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.CommunityStore;
import dev.guanjia.server.store.UnitAccountStore;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What a unit owes. */
@Service
public class UnitAccountDesk {

    private final UnitStore units;
    private final CommunityStore communities;
    private final UnitAccountStore accounts;
    private final Clock clock;

    UnitAccountDesk(
            UnitStore units, CommunityStore communities, UnitAccountStore accounts, Clock clock) {
        this.units = units;
        this.communities = communities;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * An account at a moment.
     *
     * @param account the sums at the end of the moment's day
     * @param asOf the moment
     */
    public record Seen(UnitAccount account, Instant asOf) {}

    /**
     * Sums up what a unit owes.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param asOf the moment whose day in the community is the last that counts; now if empty
     * @return the account
     */
    public Seen get(Caller caller, String unitId, Optional<OffsetDateTime> asOf) {
        Given given = new Given();
        asOf.ifPresent(at -> given.day("as_of", at.toLocalDate()));
        given.end();
        UnitRow unit =
                units.find(caller.tenant(), unitId).orElseThrow(() -> Fault.notFound(unitId));
        ZoneId zone =
                communities
                        .find(caller.tenant(), unit.communityId())
                        .map(row -> row.community().zone())
                        .orElseThrow();
        Instant moment = asOf.map(OffsetDateTime::toInstant).orElseGet(clock::instant);
        UnitAccount account =
                UnitAccount.of(
                        unit.unit().id(),
                        LocalDate.ofInstant(moment, zone),
                        BookMoney.CURRENCY,
                        accounts.moves(caller.tenant(), unitId, BookMoney.CURRENCY));
        return new Seen(account, moment);
    }
}
