package dev.guanjia.asset;

import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.decision.Decision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every piece of equipment, each once and in one place at a time, and its certificates. Source:
 * requirements 05 S30 and S31.
 */
public final class EquipmentRegister {

    private static final Comparator<Certificate> ORDER =
            Comparator.comparing(Certificate::equipment)
                    .thenComparing(Certificate::kind)
                    .thenComparing(Certificate::from)
                    .thenComparing(Certificate::number);

    private final EquipmentCatalogue catalogue;
    private final TreeMap<EquipmentId, Equipment> equipment = new TreeMap<>();
    private final Map<SerialKey, EquipmentId> holders = new HashMap<>();
    private final List<Certificate> certificates;

    /**
     * Takes over what is recorded.
     *
     * @param catalogue the classes and inspections
     * @param equipment each once, with a known class and a serial of its own in it
     * @param certificates each number once for an equipment and kind
     */
    public EquipmentRegister(
            EquipmentCatalogue catalogue,
            Collection<Equipment> equipment,
            Collection<Certificate> certificates) {
        this.catalogue = catalogue;
        for (Equipment each : equipment) {
            if (!catalogue.knows(each.kind())
                    || this.equipment.put(each.id(), each) != null
                    || holders.put(SerialKey.of(each), each.id()) != null) {
                throw new IllegalArgumentException("equipment stands twice or unclassed: " + each);
            }
        }
        this.certificates = certificates.stream().sorted(ORDER).toList();
        if (this.certificates.stream().map(Paper::of).distinct().count() != certificates.size()) {
            throw new IllegalArgumentException("a certificate stands twice: " + certificates);
        }
    }

    /**
     * Everything registered.
     *
     * @return by id
     */
    public List<Equipment> equipment() {
        return List.copyOf(equipment.values());
    }

    /**
     * Every certificate.
     *
     * @return by equipment, kind, first day and number
     */
    public List<Certificate> certificates() {
        return certificates;
    }

    /**
     * Looks up a piece of equipment.
     *
     * @param id an id
     * @return the equipment, or empty
     */
    public Optional<Equipment> find(EquipmentId id) {
        return Optional.ofNullable(equipment.get(id));
    }

    /**
     * Registers equipment. The same again changes nothing.
     *
     * @param added the equipment
     * @return the register, or refused with {@code EQUIPMENT_EXISTS}, {@code
     *     EQUIPMENT_CLASS_UNKNOWN} or {@code EQUIPMENT_SERIAL_TAKEN}
     */
    public Decision<EquipmentRegister> add(Equipment added) {
        Optional<Equipment> standing = find(added.id());
        if (standing.isPresent()) {
            return standing.get().equals(added)
                    ? Decision.accept(this)
                    : AssetRefusal.EQUIPMENT_EXISTS.refuse("equipment", added.id().value());
        }
        if (!catalogue.knows(added.kind())) {
            return AssetRefusal.EQUIPMENT_CLASS_UNKNOWN.refuse(
                    "equipment", added.id().value(), "kind", added.kind().value());
        }
        Optional<EquipmentId> holder = Optional.ofNullable(holders.get(SerialKey.of(added)));
        if (holder.isPresent()) {
            return AssetRefusal.EQUIPMENT_SERIAL_TAKEN.refuse(
                    "equipment", added.id().value(),
                    "serial", added.serial(),
                    "holder", holder.get().value());
        }
        return Decision.accept(with(added));
    }

    /**
     * Moves equipment. The same again changes nothing.
     *
     * @param id which equipment
     * @param stay from when on it is where; after it last moved
     * @return the register, or refused as {@link #use}, or with {@code EQUIPMENT_CHANGED_LATER}
     */
    public Decision<EquipmentRegister> move(EquipmentId id, Stay stay) {
        return use(id, stay.from())
                .fold(
                        used -> {
                            Stay last = used.lastStay();
                            if (last.equals(stay)) {
                                return Decision.accept(this);
                            }
                            return stay.from().isAfter(last.from())
                                    ? Decision.accept(with(used.movedTo(stay)))
                                    : changedLater(used, stay.from());
                        },
                        Decision::refuse);
    }

    /**
     * Takes equipment out of use for good (报废). The same again changes nothing.
     *
     * @param id which equipment
     * @param day the first day on which it is no longer used; after it last moved
     * @return the register, or refused with {@code EQUIPMENT_UNKNOWN}, {@code EQUIPMENT_RETIRED} or
     *     {@code EQUIPMENT_CHANGED_LATER}
     */
    public Decision<EquipmentRegister> retire(EquipmentId id, LocalDate day) {
        Optional<Equipment> found = find(id);
        if (found.isEmpty()) {
            return AssetRefusal.EQUIPMENT_UNKNOWN.refuse("equipment", id.value());
        }
        Equipment used = found.get();
        if (used.retired().isPresent()) {
            return used.retired().get().equals(day) ? Decision.accept(this) : retired(used, day);
        }
        return day.isAfter(used.lastStay().from())
                ? Decision.accept(with(used.retiredOn(day)))
                : changedLater(used, day);
    }

    /**
     * Asks whether equipment may be used on a day.
     *
     * @param id which equipment
     * @param day the day
     * @return the equipment, or refused with {@code EQUIPMENT_UNKNOWN}, {@code EQUIPMENT_RETIRED}
     *     or {@code EQUIPMENT_NOT_INSTALLED}
     */
    public Decision<Equipment> use(EquipmentId id, LocalDate day) {
        Optional<Equipment> found = find(id);
        if (found.isEmpty()) {
            return AssetRefusal.EQUIPMENT_UNKNOWN.refuse("equipment", id.value());
        }
        Equipment used = found.get();
        if (used.isInUse(day)) {
            return Decision.accept(used);
        }
        return day.isBefore(used.installed())
                ? AssetRefusal.EQUIPMENT_NOT_INSTALLED.refuse(
                        "equipment", id.value(),
                        "installed", used.installed().toString(),
                        "day", day.toString())
                : retired(used, day);
    }

    /**
     * Records that equipment passed an inspection. The same again changes nothing.
     *
     * @param paper the certificate
     * @return the register, or refused as {@link #use} on its first day, or with {@code
     *     INSPECTION_NOT_NEEDED} or {@code CERTIFICATE_EXISTS}
     */
    public Decision<EquipmentRegister> certify(Certificate paper) {
        return use(paper.equipment(), paper.from())
                .fold(used -> certify(used, paper), Decision::refuse);
    }

    /**
     * How the inspections of everything in use stand.
     *
     * @param day the day
     * @return one per equipment and inspection of its class, by equipment and in file order
     */
    public List<Inspection> inspections(LocalDate day) {
        List<Inspection> all = new ArrayList<>();
        for (Equipment each : equipment.values()) {
            if (each.isInUse(day)) {
                catalogue
                        .inspectionsOf(each.kind(), day)
                        .forEach(kind -> all.add(standing(each.id(), kind.key(), day)));
            }
        }
        return List.copyOf(all);
    }

    /**
     * How an inspection of a piece of equipment stands.
     *
     * @param id which equipment
     * @param kind which inspection
     * @param day the day
     * @return the inspection, or refused with {@code INSPECTION_NOT_NEEDED} or as {@link #use}
     */
    public Decision<Inspection> inspection(EquipmentId id, AssetKey kind, LocalDate day) {
        return use(id, day)
                .fold(
                        used ->
                                catalogue.inspectionsOf(used.kind(), day).stream()
                                                .anyMatch(each -> each.key().equals(kind))
                                        ? Decision.accept(standing(id, kind, day))
                                        : AssetRefusal.INSPECTION_NOT_NEEDED.refuse(
                                                "equipment", id.value(), "kind", kind.value()),
                        Decision::refuse);
    }

    private Inspection standing(EquipmentId id, AssetKey kind, LocalDate day) {
        List<Certificate> papers =
                certificates.stream()
                        .filter(each -> each.equipment().equals(id) && each.kind().equals(kind))
                        .toList();
        return Inspection.of(id, kind, papers, day);
    }

    private Decision<EquipmentRegister> certify(Equipment used, Certificate paper) {
        if (certificates.contains(paper)) {
            return Decision.accept(this);
        }
        if (catalogue.inspectionsOf(used.kind(), paper.from()).stream()
                .noneMatch(kind -> kind.key().equals(paper.kind()))) {
            return AssetRefusal.INSPECTION_NOT_NEEDED.refuse(
                    "equipment", used.id().value(), "kind", paper.kind().value());
        }
        if (certificates.stream().map(Paper::of).anyMatch(Paper.of(paper)::equals)) {
            return AssetRefusal.CERTIFICATE_EXISTS.refuse(
                    "equipment", used.id().value(),
                    "kind", paper.kind().value(),
                    "number", paper.number());
        }
        List<Certificate> all = new ArrayList<>(certificates);
        all.add(paper);
        return Decision.accept(new EquipmentRegister(catalogue, equipment.values(), all));
    }

    private EquipmentRegister with(Equipment changed) {
        Map<EquipmentId, Equipment> all = new TreeMap<>(equipment);
        all.put(changed.id(), changed);
        return new EquipmentRegister(catalogue, all.values(), certificates);
    }

    private static <T> Decision<T> retired(Equipment used, LocalDate day) {
        return AssetRefusal.EQUIPMENT_RETIRED.refuse(
                "equipment", used.id().value(),
                "retired", used.retired().map(LocalDate::toString).orElse(""),
                "day", day.toString());
    }

    private static <T> Decision<T> changedLater(Equipment used, LocalDate day) {
        return AssetRefusal.EQUIPMENT_CHANGED_LATER.refuse(
                "equipment", used.id().value(),
                "day", day.toString(),
                "last", used.lastStay().from().toString());
    }

    /** What no two of a class share. */
    private record SerialKey(AssetKey kind, String serial) {
        static SerialKey of(Equipment equipment) {
            return new SerialKey(equipment.kind(), equipment.serial());
        }
    }

    /** What no two certificates share. */
    private record Paper(EquipmentId equipment, AssetKey kind, String number) {
        static Paper of(Certificate certificate) {
            return new Paper(certificate.equipment(), certificate.kind(), certificate.number());
        }
    }
}
