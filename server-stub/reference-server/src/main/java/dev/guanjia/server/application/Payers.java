package dev.guanjia.server.application;

import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.store.OccupantStore;
import dev.guanjia.server.store.OwnerStore;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds who is named as a payer, in the register that the kind tells. */
@Component
class Payers {

    private final OwnerStore owners;
    private final OccupantStore occupants;

    Payers(OwnerStore owners, OccupantStore occupants) {
        this.owners = owners;
        this.occupants = occupants;
    }

    Optional<Payer> read(Caller caller, Given given, PayerTermDesk.Named named) {
        Optional<Payer.Kind> kind = given.known("/payer/kind", named.kind(), Payer.Kind.class);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        return isKnown(caller, kind.get(), named.id())
                ? Optional.of(new Payer(kind.get(), named.id()))
                : given.unknown("/payer/id", named.id());
    }

    private boolean isKnown(Caller caller, Payer.Kind kind, String id) {
        return kind == Payer.Kind.OWNER
                ? owners.find(caller.tenant(), id).isPresent()
                : occupants.find(caller.tenant(), id).isPresent();
    }
}
