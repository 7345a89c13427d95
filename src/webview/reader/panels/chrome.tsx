/* Draws everything around the text from the reader's state, at most once per frame: notices, bar, card, details, prompts, status, keys. */
import { render } from 'preact';
import { describeForMenu } from '../input/pointer';
import { announce } from '../live';
import type { Reader } from '../reader';
import { Bar } from './bar';
import { Details } from './details';
import { FindPrompt } from './find';
import { HoverCard } from './hover';
import { KeysOverlay } from './keysOverlay';
import { Notices } from './notices';
import { PickList } from './pickList';
import { ReviewBar } from './review';
import { Status } from './status';
import { TargetPrompt } from './target';
import { Unplaced } from './unplaced';

export interface Chrome {
  /** In the next frame, once however often it is asked for. */
  soon(): void;
  /** In this task: a field opens, and the next key belongs into it. */
  now(): void;
}

export function drawChrome(current: () => Reader): Chrome {
  let frame = 0;
  let isFirst = true;
  let said = '';
  /** What the details showed last: undefined while they are closed, empty for none. */
  let detailed: string | undefined;
  const draw = () => {
    frame = 0;
    const reader = current();
    const { model, ui, skeleton } = reader;
    if (!model) return;
    isFirst = false;
    render(<Notices reader={reader} model={model} />, skeleton.notices);
    render(ui.bar && reader.spans.length > 0 ? <Bar reader={reader} model={model} /> : null, skeleton.bar);
    render(
      ui.pick ? (
        <PickList reader={reader} model={model} pick={ui.pick} />
      ) : ui.hover ? (
        <HoverCard reader={reader} model={model} hover={ui.hover} />
      ) : null,
      skeleton.hover,
    );
    render(<Unplaced reader={reader} model={model} />, skeleton.unplaced);
    const shows = ui.details ? (reader.current ?? '') : undefined;
    const another = shows !== undefined && shows !== detailed;
    const opened = another && detailed === undefined;
    const room = another ? skeleton.scroller.clientHeight : 0;
    detailed = shows;
    skeleton.details.hidden = !ui.details;
    render(ui.details ? <Details reader={reader} model={model} /> : null, skeleton.details);
    render(
      <>
        {ui.target && <TargetPrompt reader={reader} model={model} target={ui.target} />}
        {ui.find && <FindPrompt reader={reader} model={model} hidden={ui.target !== undefined} />}
        {ui.review && <ReviewBar reader={reader} model={model} review={ui.review} />}
      </>,
      skeleton.prompt,
    );
    render(<Status reader={reader} model={model} />, skeleton.status);
    render(ui.keys ? <KeysOverlay reader={reader} model={model} /> : null, skeleton.overlay);
    if (said !== ui.message) {
      said = ui.message;
      announce(skeleton.live, said);
    }
    // The details take room of the text, and where they stand below it more for some annotations: its words stay in view.
    const words = another ? model.annotations.get(shows)?.spans[0] : undefined;
    if (words && (opened || skeleton.scroller.clientHeight < room)) reader.view.bringIntoView(words);
    describeForMenu(reader);
  };
  return {
    soon: () => {
      if (frame !== 0) return;
      // The text comes first, and the rest with the next frame; but for what would push the text down.
      const waits = isFirst && current().model?.notices.length === 0;
      frame = requestAnimationFrame(() => {
        if (waits) frame = requestAnimationFrame(draw);
        else draw();
      });
    },
    now: () => {
      cancelAnimationFrame(frame);
      draw();
    },
  };
}
