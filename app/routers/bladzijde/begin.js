// Starts Swagger UI, in the colours that the reader prefers, with examples that a reader can read.
"use strict";

const donker = window.matchMedia("(prefers-color-scheme: dark)");
const kleur = () => document.documentElement.classList.toggle("dark-mode", donker.matches);
kleur();
donker.addEventListener("change", kleur);

// Swagger UI makes texts for a pattern out of random signs, and random days; these say what is meant.
const UUID = "01783a4f-7c00-7000-8000-000000000001";
const VOORBEELDEN = { date: "2026-03-02", "date-time": "2026-03-02T09:30:00Z", uuid: UUID, bedrag: "1401.50", bsn: "999990019" };

function leesbaar(schema) {
  if (Array.isArray(schema)) return schema.map(leesbaar);
  if (schema === null || typeof schema !== "object") return schema;
  if (schema.type === "string" && schema.pattern && !("example" in schema)) {
    return { ...schema, example: VOORBEELDEN[schema.format] ?? "tekst" };
  }
  return Object.fromEntries(Object.entries(schema).map(([naam, waarde]) => [naam, leesbaar(waarde)]));
}

const leesbareVoorbeelden = {
  afterLoad(systeem) {
    const maak = systeem.fn.getSampleSchema;
    systeem.getSystem().fn.getSampleSchema = (schema, ...rest) => maak(leesbaar(schema), ...rest);
  },
};

// The themes are h3: without an h2 between the title and them, a screen reader misses a step.
const kopBovenThemas = ({ React }) => ({
  wrapComponents: {
    operations: (Origineel) => (eigenschappen) =>
      React.createElement(
        "section",
        { "aria-labelledby": "bewerkingen" },
        React.createElement("h2", { id: "bewerkingen", className: "bewerkingen" }, "Bewerkingen per onderwerp"),
        React.createElement(Origineel, eigenschappen),
      ),
  },
});

SwaggerUIBundle({
  url: "/v1/openapi.json",
  dom_id: "#documentatie",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  plugins: [leesbareVoorbeelden, kopBovenThemas],
});
