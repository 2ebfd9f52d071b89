// Runs every cases.json and states.csv through npm fhirpath, the engine of many form tools, and compares by value.
// Also checks cases.json against its schema, and the table of docs/verification.md against both. Exits 1 on any difference.
//
//   npm ci && node second-engine.mjs

import { readFileSync, existsSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const LIBRARY = new URL('../src/main/resources/nl/meerwaarde/questionnaires/', import.meta.url);
const TABLE = new URL('../../docs/verification.md', import.meta.url);
const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
const CALCULATED = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';

const text = (path) => readFileSync(new URL(path, LIBRARY), 'utf8');
const json = (path) => JSON.parse(text(path));
const lines = (content) => content.split('\n').filter((line) => line);

const table = readFileSync(TABLE, 'utf8');
const followsSchema = new Ajv({ allowUnionTypes: true }).compile(json('cases.schema.json'));

/** A shell has none: the hospital loads the owner's licensed text. */
const items = (questionnaire) => questionnaire.item ?? [];

function compiled(questionnaire) {
  const expression = (extension) => fhirpath.compile(extension.valueExpression.expression, r4);
  return {
    variables: (questionnaire.extension ?? [])
      .filter((extension) => extension.url === VARIABLE)
      .map((extension) => [extension.valueExpression.name, expression(extension)]),
    scores: items(questionnaire)
      .filter((item) => item.readOnly)
      .map((item) => [item.linkId, expression(item.extension.find((extension) => extension.url === CALCULATED))]),
  };
}

function response(questionnaire, answers) {
  const answered = items(questionnaire).filter((item) => item.linkId in answers);
  return {
    resourceType: 'QuestionnaireResponse',
    status: 'completed',
    item: answered.map((item) => ({ linkId: item.linkId, answer: [answer(item, answers[item.linkId])] })),
  };
}

function answer(item, value) {
  if (item.type === 'integer') {
    return { valueInteger: value };
  }
  if (item.type === 'decimal') {
    return { valueDecimal: value };
  }
  if (item.type === 'text') {
    return { valueString: value };
  }
  const { system, code } = item.answerOption.find((option) => option.valueCoding.code === value).valueCoding;
  return { valueCoding: { system, code } };
}

function calculate(questionnaire, expressions, answers) {
  const resource = response(questionnaire, answers);
  const environment = { resource, questionnaire };
  for (const [name, evaluate] of expressions.variables) {
    environment[name] = evaluate(resource, environment);
  }
  return Object.fromEntries(
    expressions.scores.map(([code, evaluate]) => [code, evaluate(resource, environment)[0] ?? null]),
  );
}

function stateRows(instrument, questionnaire) {
  if (!existsSync(new URL(`${instrument}/states.csv`, LIBRARY))) {
    return [];
  }
  const choices = questionnaire.item.filter((item) => item.type === 'choice');
  const [header, ...rows] = lines(text(`${instrument}/states.csv`)).map((line) => line.split(','));
  return rows.map(([state, ...values]) => ({
    title: `state ${state}`,
    answers: Object.fromEntries(choices.map((item, place) => [item.linkId, state[place]])),
    scores: Object.fromEntries(values.map((value, column) => [header[column + 1], Number(value)])),
  }));
}

function differences(questionnaire, expressions, cases) {
  return cases.flatMap(({ title, answers, scores }) => {
    const calculated = calculate(questionnaire, expressions, answers);
    return Object.keys(scores)
      .filter((code) => calculated[code] !== scores[code])
      .map((code) => `${title} ${code}: expected ${scores[code]}, calculated ${calculated[code]}`);
  });
}

function check(instrument) {
  const questionnaire = json(`${instrument}/questionnaire.json`);
  const { cases, ...rest } = json(`${instrument}/cases.json`);
  const invalid = followsSchema({ ...rest, cases }) ? [] : followsSchema.errors.map((error) => JSON.stringify(error));
  const states = stateRows(instrument, questionnaire);
  const proven = cases.length > 0 || items(questionnaire).length === 0 ? [] : ['no cases'];
  const different = differences(questionnaire, compiled(questionnaire), [...cases, ...states]);
  console.log(`${instrument}: ${cases.length} cases, ${states.length} states, ${different.length} differences`);
  const scores = items(questionnaire).filter((item) => item.readOnly);
  const row = `| ${instrument} | ${scores.length} | ${cases.length} | ${states.length} | ${different.length} |`;
  const untold = table.includes(`\n${row}`) ? [] : [`docs/verification.md does not say ${row}`];
  return [...invalid, ...proven, ...different, ...untold].map((fault) => `${instrument}: ${fault}`);
}

const faults = lines(text('index.txt')).flatMap(check);
faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length > 0 ? 1 : 0;
