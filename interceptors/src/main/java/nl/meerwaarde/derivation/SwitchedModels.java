package nl.meerwaarde.derivation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.casemix.CaseMixModelReader;
import nl.meerwaarde.casemix.CaseMixModelReader.Reading;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Case-mix models that begin or end to expect something. A model never changes under its version, so another text of an active one changes nothing. */
final class SwitchedModels {
    private SwitchedModels() {}

    /** Addresses of the pathways whose episodes are concerned. */
    static Set<String> pathways(@Nullable Resource before, @Nullable Resource after) {
        Optional<CaseMixModel> earlier = active(before);
        Optional<CaseMixModel> now = active(after);
        Set<String> pathways = new TreeSet<>();
        if (!earlier.map(CaseMixModel::key).equals(now.map(CaseMixModel::key))) {
            earlier.ifPresent(model -> pathways.add(model.pathway().url()));
            now.ifPresent(model -> pathways.add(model.pathway().url()));
        }
        return pathways;
    }

    private static Optional<CaseMixModel> active(@Nullable Resource resource) {
        return resource instanceof Library library
                        && CaseMixModelReader.isModel(library)
                        && CaseMixModelReader.read(library) instanceof Reading.Usable usable
                ? Optional.of(usable.model()).filter(CaseMixModel::active)
                : Optional.empty();
    }
}
