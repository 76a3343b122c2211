import { useEffect, useId, useRef } from 'react';
import type { Drawing } from './lay-out.js';

const LINE = 18;
const TEXT_AT = 5;

/** A drawing as it is printed; where something stands is marked, what it passed is ticked. */
export function Diagram({ drawing, title, here, passed = [] }: DiagramProps) {
  const frame = useRef<HTMLDivElement>(null);
  const arrow = useId();
  const { width, height, boxes, ways } = drawing;
  const current = boxes.find(({ id }) => id === here);
  const middle = ((current ?? boxes[0])?.x ?? 0) + (boxes[0]?.width ?? 0) / 2;
  useEffect(() => {
    const { current: box } = frame;
    if (box !== null) box.scrollLeft = middle - box.clientWidth / 2;
  }, [middle]);
  return (
    <div ref={frame} className="diagram" tabIndex={0} role="group" aria-label={title}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <defs>
          <marker id={arrow} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
            <path d="M0 0L10 5L0 10z" className="arrow-head" />
          </marker>
        </defs>
        {ways.map(({ id, label, dashed, lines, arrow: path, labelAt }) => (
          <g key={id} className={dashed ? 'way dashed' : 'way'}>
            {lines.map((line) => (
              <path key={line} d={line} />
            ))}
            <path d={path} markerEnd={`url(#${arrow})`} />
            <text x={labelAt.x} y={labelAt.y} textAnchor={labelAt.anchor}>
              {label}
            </text>
          </g>
        ))}
        {boxes.map(({ id, x, y, width: w, height: h, lines, named, round }) => {
          const top = y + (h - lines.length * LINE) / 2 + LINE - TEXT_AT;
          return (
            <g key={id} className={`box ${id === here ? 'here' : passed.includes(id) ? 'passed' : ''}`}>
              <rect x={x} y={y} width={w} height={h} rx={round === true ? h / 2 : 6} />
              {lines.map((line, index) => (
                <text
                  key={`${index} ${line}`}
                  x={x + w / 2}
                  y={top + index * LINE}
                  textAnchor="middle"
                  className={index < named ? 'name' : ''}
                >
                  {line}
                </text>
              ))}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface DiagramProps {
  readonly drawing: Drawing;
  /** What it shows, and where something stands in it. */
  readonly title: string;
  /** The box where something stands. */
  readonly here?: string | null;
  readonly passed?: readonly string[];
}
