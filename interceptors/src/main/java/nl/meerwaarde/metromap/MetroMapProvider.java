package nl.meerwaarde.metromap;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.definition.DefinitionRegister;
import nl.meerwaarde.definition.DefinitionSource;
import nl.meerwaarde.definition.StoredDefinition;
import nl.meerwaarde.fhir.AcceptedLanguages;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.metromap.Whereabouts.Episode;
import nl.meerwaarde.team.TeamRoles;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.PlanDefinition;

/**
 * The operation {@code PlanDefinition/$metro-map}: a pathway as a picture, and with a patient where that is. The answer is a Binary, which HAPI sends as the picture
 * itself to whoever accepts {@code image/svg+xml}.
 */
public class MetroMapProvider {
    /** What the answer is. */
    public static final String SVG = "image/svg+xml";

    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/plan-definition-metro-map";
    private static final List<String> LANGUAGES = List.of("en", "nl");

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final DefinitionRegister register;
    private final DefinitionSource definitions;
    private final Clock clock;

    /** @param clock whose zone says which day it is */
    MetroMapProvider(
            FhirContext fhirContext,
            DaoRegistry daos,
            DefinitionRegister register,
            DefinitionSource definitions,
            Clock clock) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.register = register;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** Draws the pathway that a parameter names, or the one that the patient's only active episode follows. */
    @Operation(
            name = "$metro-map",
            typeName = "PlanDefinition",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource ofType(ServletRequestDetails details) {
        MetroMapRequest request =
                MetroMapRequest.read(OperationParameters.of(fhirContext, details), false, details.getFhirServerBase());
        if (request.patient().isEmpty()) {
            return answer(stored(request.pathway().orElseThrow()), Optional.empty(), details);
        }
        Episode episode = episode(request, details);
        return answer(stored(episode.pathway()), Optional.of(episode), details);
    }

    /** Draws the pathway in the address. */
    @Operation(
            name = "$metro-map",
            typeName = "PlanDefinition",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource ofInstance(@IdParam IdType id, ServletRequestDetails details) {
        MetroMapRequest request =
                MetroMapRequest.read(OperationParameters.of(fhirContext, details), true, details.getFhirServerBase());
        PlanDefinition pathway = withId(id.getIdPart(), details);
        Optional<Episode> episode = request.patient()
                .map(patient -> only(
                        new Whereabouts(daos, details).episodes(patient),
                        followed -> followed.url().equals(pathway.getUrl())
                                && (followed.version() == null
                                        || followed.version().equals(pathway.getVersion())),
                        pathway.getUrl() + "|" + pathway.getVersion()));
        return answer(pathway, episode, details);
    }

    private PlanDefinition withId(String id, ServletRequestDetails details) {
        try {
            return daos.getResourceDao(PlanDefinition.class).read(new IdType("PlanDefinition", id), details);
        } catch (ResourceNotFoundException e) {
            throw Problems.notFound(List.of(problem(ProblemCode.UNKNOWN_PATHWAY, "", "unknown-pathway.id", id)));
        }
    }

    private PlanDefinition stored(CanonicalReference canonical) {
        return register.find(canonical)
                .filter(stored -> stored.resourceType().equals("PlanDefinition"))
                .map(StoredDefinition::resourceId)
                .map(id -> definitions.read(PlanDefinition.class, id))
                .orElseThrow(() -> Problems.notFound(
                        List.of(problem(ProblemCode.UNKNOWN_PATHWAY, "pathway", "unknown-pathway", canonical))));
    }

    private Episode episode(MetroMapRequest request, ServletRequestDetails details) {
        List<Episode> episodes =
                new Whereabouts(daos, details).episodes(request.patient().orElseThrow());
        if (request.pathway().isPresent()) {
            CanonicalReference wanted = request.pathway().get();
            return only(
                    episodes,
                    followed -> followed.url().equals(wanted.url())
                            && (wanted.version() == null || wanted.version().equals(followed.version())),
                    wanted.toString());
        }
        if (episodes.isEmpty()) {
            throw Problems.unprocessable(problem(ProblemCode.UNKNOWN_EPISODE, "subject", "unknown-episode.any"));
        }
        return one(episodes);
    }

    /** An episode of this pathway; of both knees the one that was started first will do, because the pathway is the same. */
    private static Episode only(List<Episode> episodes, Predicate<CanonicalReference> follows, String pathway) {
        return episodes.stream()
                .filter(episode -> follows.test(episode.pathway()))
                .findFirst()
                .orElseThrow(() -> Problems.unprocessable(
                        problem(ProblemCode.UNKNOWN_EPISODE, "subject", "unknown-episode", pathway)));
    }

    private static Episode one(List<Episode> episodes) {
        if (episodes.stream().map(Episode::pathway).distinct().count() > 1) {
            String pathways = episodes.stream()
                    .map(episode -> episode.pathway().toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw Problems.unprocessable(
                    problem(ProblemCode.UNKNOWN_EPISODE, "subject", "unknown-episode.several", pathways));
        }
        return episodes.get(0);
    }

    private IBaseResource answer(PlanDefinition definition, Optional<Episode> episode, ServletRequestDetails details) {
        String language = AcceptedLanguages.of(details).best("en", LANGUAGES).orElse("en");
        PathwayMap map = MapReader.read(definition, TeamRoles.stored(definitions), language)
                .orElseThrow(() -> Problems.unprocessable(problem(
                        ProblemCode.INVALID_DEFINITION,
                        "PlanDefinition.action",
                        "invalid-definition",
                        "PlanDefinition/" + definition.getIdElement().getIdPart())));
        MetroMap drawn = episode.map(where -> at(map, where, details)).orElse(map.map());
        preferPicture(details);
        details.getResponse().addHeader("Content-Language", language);
        details.getResponse().addHeader("Vary", "Accept, Accept-Language");
        Binary binary = new Binary();
        binary.setContentType(SVG);
        binary.setData(SvgDrawing.of(drawn).getBytes(StandardCharsets.UTF_8));
        binary.setLanguage(language);
        return binary;
    }

    private MetroMap at(PathwayMap map, Episode episode, ServletRequestDetails details) {
        OptionalInt days = new Whereabouts(daos, details).daysSinceTreatment(episode, LocalDate.now(clock));
        return days.isPresent() ? map.after(days.getAsInt()) : map.atStart();
    }

    /** {@code _format} counts for more than what the client accepts; HAPI knows only FHIR's own formats in it. */
    private static void preferPicture(ServletRequestDetails details) {
        boolean asked = Stream.ofNullable(details.getParameters().get("_format"))
                .flatMap(Arrays::stream)
                .anyMatch(format -> format.startsWith("image/svg") || format.equals("svg"));
        if (asked) {
            details.setHeaders("Accept", List.of(SVG));
        }
    }

    private static Problem problem(ProblemCode code, String path, String key, Object... arguments) {
        return new Problem(code, path, Sentence.beside(MetroMapProvider.class, key, arguments));
    }
}
