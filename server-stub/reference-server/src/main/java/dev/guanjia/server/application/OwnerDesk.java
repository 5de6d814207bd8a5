package dev.guanjia.server.application;

import dev.guanjia.property.Owner;
import dev.guanjia.property.OwnerId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.UnitDraft.OwnerDraft;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.OwnerEntryStore;
import dev.guanjia.server.store.OwnerEntryStore.NewOwner;
import dev.guanjia.server.store.OwnerStore;
import dev.guanjia.server.store.OwnerStore.OwnerRow;
import dev.guanjia.server.store.TenantStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who owns units. */
@Service
public class OwnerDesk {

    private final Permissions permissions;
    private final TenantStore tenants;
    private final OwnerStore owners;
    private final OwnerEntryStore entries;
    private final Audit audit;

    OwnerDesk(
            Permissions permissions,
            TenantStore tenants,
            OwnerStore owners,
            OwnerEntryStore entries,
            Audit audit) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.owners = owners;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * What shall change about an owner.
     *
     * @param name another name; empty leaves it
     * @param mobile how the number changes; the identity leaves it
     */
    public record Change(Optional<String> name, UnaryOperator<Optional<String>> mobile) {}

    /**
     * Reads an owner.
     *
     * @param caller who asks
     * @param id the owner id
     * @return the owner
     */
    public OwnerRow get(Caller caller, String id) {
        return owners.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists owners in the order in which they were entered.
     *
     * @param caller who asks
     * @param reference only the owner of this number; empty for all
     * @param request which page
     * @return the page
     */
    public Page<OwnerRow> list(Caller caller, Optional<String> reference, PageRequest request) {
        return owners.list(caller.tenant(), reference, request);
    }

    /**
     * Enters an owner.
     *
     * @param caller who asks
     * @param draft name and number
     * @param reference the number in the company's own files; null for none
     * @return the owner
     */
    public OwnerRow create(Caller caller, OwnerDraft draft, @Nullable String reference) {
        permissions.require(caller, "create-owner", "owners");
        Given given = new Given();
        Optional<Owner> owner = OwnerIntake.read(given, "", draft.name(), draft.mobile());
        if (reference != null) {
            given.text("/reference", reference);
            tenants.lock(caller.tenant());
            if (!owners.referenced(caller.tenant(), List.of(reference)).isEmpty()) {
                given.faults()
                        .add(
                                "/reference",
                                RegistryRefusal.OWNER_REFERENCE_TAKEN,
                                Map.of("reference", reference));
            }
        }
        given.end();
        NewOwner fresh = new NewOwner(owner.orElseThrow(), reference);
        entries.add(caller.tenant(), List.of(fresh));
        String id = fresh.owner().id().value();
        audit.accepted(caller, "create-owner", id, Map.of("owner", id));
        return get(caller, id);
    }

    /**
     * Changes an owner.
     *
     * @param caller who asks
     * @param id the owner id
     * @param ifMatch the version last seen
     * @param change what shall change
     * @return the owner as it is now
     */
    public OwnerRow update(Caller caller, String id, String ifMatch, Change change) {
        permissions.require(caller, "update-owner", id);
        OwnerRow old = owners.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, old.version());
        OwnerRow row =
                new OwnerRow(
                        changed(old.owner(), change),
                        old.reference(),
                        old.seq(),
                        old.version() + 1);
        owners.update(caller.tenant(), row);
        audit.accepted(
                caller, "update-owner", id, Map.of("version", String.valueOf(row.version())));
        return row;
    }

    private static Owner changed(Owner old, Change change) {
        String name = change.name().orElse(old.name());
        Optional<String> mobile = change.mobile().apply(Optional.ofNullable(old.mobile()));
        return read(old.id(), name, mobile.orElse(null));
    }

    private static Owner read(OwnerId id, String name, @Nullable String mobile) {
        Given given = new Given();
        given.text("/name", name);
        if (mobile != null) {
            given.text("/mobile", mobile);
        }
        given.end();
        return new Owner(id, name, mobile);
    }
}
