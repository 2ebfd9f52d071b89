package nl.meerwaarde.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Which patients something is about: everyone whom it names. */
class NamedPatients {
    private static final String PATIENT = "Patient";
    private static final Pattern REFERENCE =
            Pattern.compile("(?:^|/)Patient/([A-Za-z0-9\\-.]{1,64})(?:/_history/.*)?$");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final FhirContext fhirContext;

    NamedPatients(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /** Ids of the patients that a resource is, or refers to; of those in a Bundle or in Parameters too. */
    Set<String> in(@Nullable IBaseResource resource) {
        Set<String> patients = new TreeSet<>();
        collect(resource, patients);
        return patients;
    }

    private void collect(@Nullable IBaseResource resource, Set<String> patients) {
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> {
                collect(entry.getResource(), patients);
                collect(entry.getResponse().getOutcome(), patients);
            });
        } else if (resource instanceof Parameters parameters) {
            parameters.getParameter().forEach(parameter -> collect(parameter, patients));
        } else if (resource instanceof Resource single) {
            if (single instanceof Patient && single.hasIdElement()) {
                patients.add(single.getIdElement().getIdPart());
            }
            references(single).forEach(reference -> add(reference, patients));
        }
    }

    private void collect(ParametersParameterComponent parameter, Set<String> patients) {
        collect(parameter.getResource(), patients);
        if (parameter.getValue() instanceof Reference reference) {
            add(reference, patients);
        } else if (parameter.hasValue() && parameter.getValue().isPrimitive()) {
            addNamed(String.valueOf(parameter.getName()), parameter.getValue().primitiveValue(), patients);
        }
        parameter.getPart().forEach(part -> collect(part, patients));
    }

    private Stream<Reference> references(Resource resource) {
        return fhirContext.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream();
    }

    /** One on another server is somebody else, even with the same id; HAPI leaves the base off when it is this one. */
    private static void add(Reference reference, Set<String> patients) {
        IdType id = new IdType(reference.getReference());
        if (PATIENT.equals(id.getResourceType()) && id.hasIdPart() && !id.hasBaseUrl()) {
            patients.add(id.getIdPart());
        }
    }

    /** Ids of the patients that a request's address names, as what it is about or in its parameters. */
    Set<String> in(Target target, Map<String, String[]> parameters) {
        Set<String> patients = new TreeSet<>();
        if (PATIENT.equals(target.type()) && ID.matcher(target.id()).matches()) {
            patients.add(target.id());
        }
        parameters.forEach((name, values) -> {
            for (String value : values) {
                for (String alternative : value.split(",")) {
                    addNamed(
                            PATIENT.equals(target.type()) && name.equals("_id") ? "patient" : name,
                            alternative,
                            patients);
                }
            }
        });
        return patients;
    }

    /** The same of an address with its parameters, as far as it can be read: also who asks in vain is recorded. */
    Set<String> in(Target target, String query) {
        try {
            return in(target, UrlUtil.parseQueryString(query));
        } catch (IllegalArgumentException percentSignThatEncodesNothing) {
            return in(target, Map.of());
        }
    }

    private static void addNamed(String parameter, @Nullable String value, Set<String> patients) {
        if (value == null) {
            return;
        }
        Matcher reference = REFERENCE.matcher(value);
        if (reference.find()) {
            patients.add(reference.group(1));
        } else if (parameter.split(":")[0].equals("patient")
                && ID.matcher(value).matches()) {
            patients.add(value);
        }
    }
}
