// An application of patients as SMART App Launch 2.2 describes one: public, PKCE, no server of its own, no library.
// launch.html?iss=<FHIR address>[&launch=<of the record system>] starts it; answer.html is where people come back.
const query = new URLSearchParams(location.search);
const redirect = new URL("answer.html", location.href).href;

const base64url = bytes => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const secret = () => base64url(crypto.getRandomValues(new Uint8Array(32)));
const digest = async text => base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));

async function json(address, options) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} from ${address}`);
  return answer.json();
}

async function launch(iss) {
  const smart = await json(`${iss}/.well-known/smart-configuration`);
  const kept = { iss, verifier: secret(), state: secret(), token: smart.token_endpoint };
  sessionStorage.setItem("launch", JSON.stringify(kept));
  const request = new URLSearchParams({
    response_type: "code", client_id: "home", redirect_uri: redirect, aud: iss, state: kept.state,
    scope: `openid fhirUser ${query.has("launch") ? "launch" : "launch/patient"} patient/*.rs patient/QuestionnaireResponse.cu`,
    code_challenge: await digest(kept.verifier), code_challenge_method: "S256"
  });
  if (query.has("launch")) request.set("launch", query.get("launch"));
  location.assign(`${smart.authorization_endpoint}?${request}`);
}

async function comeBack() {
  const kept = JSON.parse(sessionStorage.getItem("launch"));
  if (query.get("state") !== kept.state) throw new Error("This is not the answer to what was asked");
  if (query.has("error")) return `Refused: ${query.get("error")}`;
  const token = await json(kept.token, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code", client_id: "home", redirect_uri: redirect, code: query.get("code"), code_verifier: kept.verifier
    })
  });
  const patient = await json(`${kept.iss}/Patient/${token.patient}`, {
    headers: { Authorization: `Bearer ${token.access_token}`, Accept: "application/fhir+json" }
  });
  return `Read: ${patient.name[0].given.join(" ")} ${patient.name[0].family}; scopes: ${token.scope}`;
}

async function run() {
  if (query.has("iss")) return launch(query.get("iss"));
  return query.has("state") ? comeBack() : "";
}

run().catch(e => `Failed: ${e.message}`).then(result => { document.getElementById("result").textContent = result ?? ""; });
