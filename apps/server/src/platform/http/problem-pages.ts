import { problems, type ProblemCode } from '@anzai/contract';
import { problemTexts, renderNext } from '@anzai/i18n/problems';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './send-answer.ts';

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function renderPage(code: ProblemCode): string {
  const sections = Object.entries(problemTexts).map(([locale, texts]) => {
    const { title } = texts[code];
    const next = renderNext(texts[code], {});
    return `<section lang="${locale}"><h2>${escapeHtml(title)}</h2><p>${escapeHtml(next)}</p></section>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${code}</title>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body><h1>${code}</h1><p>${problems[code]}</p>${sections.join('')}</body></html>`;
}

/** What a problem's `type` points to (RFC 9457, section 3.1.1): its meaning and what to do, in every language. */
export function addProblemPages(app: FastifyInstance): void {
  app.get<{ Params: { code: string } }>(
    '/problems/:code',
    { config: { endpointId: 'problem-page' } },
    async (request, reply) => {
      const { code } = request.params;
      if (!isProblemCode(code)) return sendProblem(reply, { refusal: { code: 'request.not_found' } });
      return reply
        .header('cache-control', 'public, max-age=3600')
        .type('text/html; charset=utf-8')
        .send(renderPage(code));
    },
  );
}
