package nl.meerwaarde.access;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;

/** Patients by their ids. */
record ListedPatients(Set<String> ids) implements Patients {
    static final ListedPatients NONE = new ListedPatients(Set.of());

    ListedPatients {
        ids = Set.copyOf(ids);
    }

    @Override
    public boolean has(String id) {
        return ids.contains(id);
    }

    @Override
    public boolean would(Patient patient) {
        return patient.getIdElement().hasIdPart() && has(patient.getIdElement().getIdPart());
    }

    @Override
    public boolean areNone() {
        return ids.isEmpty();
    }

    @Override
    public ListedPatients among(Set<String> others) {
        Set<String> both = new HashSet<>(ids);
        both.retainAll(others);
        return new ListedPatients(both);
    }

    @Override
    public Patients and(Patients others) {
        if (!(others instanceof ListedPatients listed)) {
            return others;
        }
        Set<String> all = new HashSet<>(ids);
        all.addAll(listed.ids);
        return new ListedPatients(all);
    }

    @Override
    public Optional<Condition> condition(ResourceGroup group) {
        String name = group.patients();
        String prefix = name.equals("_id") ? "" : "Patient/";
        return areNone() || !group.isOfPatients()
                ? Optional.empty()
                : Optional.of(new Condition(
                        name, ids.stream().sorted().map(prefix::concat).collect(Collectors.joining(","))));
    }
}
