package nl.meerwaarde.team;

import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * The roles of the code system {@code team-role} as it is stored now.
 */
public final class TeamRoles {
    private static final String ID = "team-role";
    private static final String KIND = "kind";

    private final Map<String, TeamRole> byCode;

    private TeamRoles(Map<String, TeamRole> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    /** The roles that are stored; none when the code system is not. */
    public static TeamRoles stored(DefinitionSource source) {
        try {
            return of(source.read(CodeSystem.class, ID));
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return new TeamRoles(Map.of());
        }
    }

    /** The roles of a code system. */
    public static TeamRoles of(CodeSystem system) {
        return new TeamRoles(system.getConcept().stream()
                .map(TeamRoles::role)
                .collect(Collectors.toMap(TeamRole::code, Function.identity(), (first, second) -> first)));
    }

    private static TeamRole role(ConceptDefinitionComponent concept) {
        Map<String, String> translations = new TreeMap<>();
        concept.getDesignation().stream()
                .filter(designation -> designation.hasLanguage() && designation.hasValue())
                .forEach(designation -> translations.put(designation.getLanguage(), designation.getValue()));
        String kind = concept.getProperty().stream()
                .filter(property -> KIND.equals(property.getCode()) && property.hasValue())
                .map(property -> property.getValue().primitiveValue())
                .findFirst()
                .orElse("");
        return new TeamRole(
                String.valueOf(concept.getCode()),
                kind,
                new Sentence(concept.hasDisplay() ? concept.getDisplay() : concept.getCode(), translations));
    }

    /** What people call a role; empty when there is none with this code. */
    public Optional<Sentence> name(String code) {
        return Optional.ofNullable(byCode.get(code)).map(TeamRole::name);
    }

    /** The role with this code; empty when there is none. */
    Optional<TeamRole> role(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The roles that a concept names; empty when it names none that we know. */
    List<TeamRole> named(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(TeamRoles::isOurs)
                .map(coding -> byCode.get(String.valueOf(coding.getCode())))
                .filter(Objects::nonNull)
                .toList();
    }

    static boolean isOurs(Coding coding) {
        return Canonicals.CodeSystems.TEAM_ROLE.equals(coding.getSystem());
    }
}
