// What the compiler sees from CommonJS: it compiles where `require` works, and there alone.
import model = require('@linli/model');
import solver = require('@linli/solver');

export const day: model.LocalDate = model.LocalDate.parse('2026-11-23');
export const solve: typeof solver.solve = solver.solve;
