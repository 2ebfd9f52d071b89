package nl.meerwaarde.metromap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.metromap.MetroMap.Line;
import nl.meerwaarde.metromap.MetroMap.LineKind;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.StringType;

/**
 * Which role has its stations on which line. A pathway says so with the extension {@code pathway-line}; a role that it does not place has a line of its own, and
 * who makes pictures and tests shares one.
 */
final class MapLines {
    private static final Set<String> DIAGNOSTIC = Set.of("radiologist", "pathologist", "clinical-chemist");

    private final Map<String, Line> byRole = new LinkedHashMap<>();
    private final String language;

    private MapLines(String language) {
        this.language = language;
    }

    static MapLines of(PlanDefinition definition, String language) {
        MapLines lines = new MapLines(language);
        definition.getExtension().stream()
                .filter(extension -> Canonicals.Extensions.PATHWAY_LINE.equals(extension.getUrl()))
                .forEach(lines::declare);
        return lines;
    }

    private void declare(Extension extension) {
        LineKind kind = ExtensionLookup.text(extension.getExtension(), "kind")
                .map(MapLines::kind)
                .orElse(LineKind.PROFESSION);
        String title = ExtensionLookup.value(extension.getExtension(), "title")
                .filter(StringType.class::isInstance)
                .map(text -> Sentence.of((StringType) text).in(language))
                .orElse("");
        Line line = new Line(title, kind);
        if (kind == LineKind.PATIENT) {
            byRole.put(Role.PATIENT.code(), line);
        }
        extension.getExtension().stream()
                .filter(part -> "role".equals(part.getUrl()) && part.getValue() instanceof CodeableConcept)
                .flatMap(part -> ((CodeableConcept) part.getValue()).getCoding().stream())
                .filter(Coding::hasCode)
                .forEach(coding -> byRole.putIfAbsent(coding.getCode(), line));
    }

    private static LineKind kind(String code) {
        return switch (code) {
            case "patient" -> LineKind.PATIENT;
            case "diagnostics" -> LineKind.DIAGNOSTICS;
            default -> LineKind.PROFESSION;
        };
    }

    /** The lines that the pathway names, in its order. */
    List<Line> declared() {
        return byRole.values().stream().distinct().toList();
    }

    Line of(Role role) {
        Line declared = byRole.get(role.code());
        if (declared != null) {
            return declared;
        }
        if (role.isPatient()) {
            return new Line(role.name(language), LineKind.PATIENT);
        }
        return DIAGNOSTIC.contains(role.code())
                ? new Line(Sentence.beside(MapLines.class, "line.diagnostics").in(language), LineKind.DIAGNOSTICS)
                : new Line(role.name(), LineKind.PROFESSION);
    }
}
