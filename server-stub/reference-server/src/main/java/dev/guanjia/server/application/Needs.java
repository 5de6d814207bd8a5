package dev.guanjia.server.application;

import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.QualificationKind;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.workorder.dispatch.WorkNeeds;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What work takes, as kinds of qualification that are known. */
@Component
class Needs {

    private final Requirements requirements;
    private final WorkNeeds ofKinds;

    Needs(Requirements requirements, WorkNeeds ofKinds) {
        this.requirements = requirements;
        this.ofKinds = ofKinds;
    }

    /** One, or none. */
    List<QualificationKey> read(Given given, String pointer, @Nullable String need) {
        if (need == null) {
            return List.of();
        }
        Optional<QualificationKey> known =
                requirements.kinds().stream()
                        .map(QualificationKind::key)
                        .filter(key -> key.value().equals(need))
                        .findFirst();
        if (known.isEmpty()) {
            given.unknown(pointer, need);
        }
        return known.stream().toList();
    }

    /** Several, each with its place. */
    List<QualificationKey> readAll(Given given, String pointer, List<String> needs) {
        List<QualificationKey> read = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            read.addAll(read(given, pointer + "/" + i, needs.get(i)));
        }
        return read;
    }

    /** What work of a kind takes on a day, with what is asked for besides. */
    List<QualificationKey> of(
            WorkOrderKind kind, LocalDate day, Collection<QualificationKey> asked) {
        return ofKinds.of(kind, day, asked);
    }
}
